using Xunit;

namespace Pix.Projections.Tests;

public sealed class StateTableTests
{
    [Fact]
    public void Memory_is_bounded_and_what_changed_is_never_let_go_before_it_is_written()
    {
        const int Capacity = 100;
        var stored = new Dictionary<int, string>();
        var loads = 0;
        var table = new StateTable<int, string>(Capacity, Comparer<int>.Default, key =>
        {
            loads++;
            return stored.GetValueOrDefault(key);
        });
        var expected = new Dictionary<int, string>();
        var random = new Random(1);
        for (var change = 0; change < 20_000; change++)
        {
            var key = random.Next(1_000);
            Assert.Equal(expected.GetValueOrDefault(key), table.Find(key));
            if (table.MustFlush) Flush();
            expected[key] = (expected.GetValueOrDefault(key) ?? "") + (char)('a' + (change % 26));
            table.Set(key, expected[key]);
            Assert.InRange(table.Count, 1, 2 * Capacity);
        }

        Flush();
        Assert.Equal(expected.OrderBy(entry => entry.Key), stored.OrderBy(entry => entry.Key));
        Assert.True(loads > 1_000);

        void Flush()
        {
            var written = new List<int>();
            table.WriteChanged((key, state) =>
            {
                written.Add(key);
                stored[key] = state;
            });
            Assert.Equal(written.Order().Distinct(), written);
        }
    }

    [Fact]
    public void What_was_used_of_late_is_not_read_again()
    {
        var loads = 0;
        var table = new StateTable<int, string>(10, Comparer<int>.Default, key =>
        {
            loads++;
            return $"{key}";
        });
        for (var round = 0; round < 10; round++)
        {
            for (var key = 0; key < 4; key++) Assert.Equal($"{key}", table.Find(key));
        }

        Assert.Equal(4, loads);
    }
}
