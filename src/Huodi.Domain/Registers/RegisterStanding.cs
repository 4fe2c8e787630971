namespace Huodi.Domain.Registers;

/// <summary>Whether land stands in a register by a finding, or is only suspected. The two are never mixed.</summary>
public enum RegisterStanding
{
    /// <summary>疑似: an answer or a computation points to it, or leaves it open (a category of its own); nobody has found it so.</summary>
    Suspected,

    /// <summary>认定: a person or office found it so, with a document, or a register that was imported says so.</summary>
    Entered,
}
