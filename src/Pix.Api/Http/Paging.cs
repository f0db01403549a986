using FluentValidation;

namespace Pix.Api;

/// <summary>Which page of a list: <paramref name="Page"/> from 1.</summary>
public readonly record struct Paging(int Page, int Size)
{
    /// <summary>The longest page.</summary>
    public const int LongestPage = 200;

    private const int UsualSize = 25;
    private const int LastPage = 1_000_000;

    /// <summary>How many entries come before it.</summary>
    public int Offset => (Page - 1) * Size;

    /// <summary>What somebody asked for; the first page of the usual size otherwise.</summary>
    public static Paging Of(int? page, int? pageSize) => new(page ?? 1, pageSize ?? UsualSize);

    /// <summary>What a page may be.</summary>
    internal sealed class Validator : AbstractValidator<Paging>
    {
        /// <summary>The rules.</summary>
        public Validator()
        {
            RuleFor(paging => paging.Page).InclusiveBetween(1, LastPage).WithMessage($"La page va de 1 à {LastPage}.");
            RuleFor(paging => paging.Size).InclusiveBetween(1, LongestPage).WithMessage($"Une page a de 1 à {LongestPage} lignes.");
        }
    }
}
