using FluentValidation;
using Pix.Domain;

namespace Pix.Api;

/// <summary>The domain's faults, told field by field with everything else that is wrong with a request.</summary>
internal static class FaultRules
{
    public static void HasNoFaults<TRequest, TForm>(this IRuleBuilderInitial<TRequest, TForm> rule, Func<TForm, IEnumerable<Fault>> faults) =>
        rule.Custom((form, context) =>
        {
            foreach (var fault in faults(form)) context.AddFailure(fault.Field, fault.Sentence);
        });
}

/// <summary>What is written of a candidate is whole (Rule 11.4).</summary>
public abstract class CandidateFormValidator<TRequest> : AbstractValidator<TRequest>
{
    /// <summary>Checks the form of a request.</summary>
    protected CandidateFormValidator(System.Linq.Expressions.Expression<Func<TRequest, CandidateForm>> form, TimeProvider clock) =>
        RuleFor(form).HasNoFaults(written => written.Faults(DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime)));
}
