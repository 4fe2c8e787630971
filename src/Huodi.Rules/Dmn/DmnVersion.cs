namespace Huodi.Rules;

/// <summary>The versions of DMN XML that are written: 1.3 is what dmn-js opens, 1.5 has the boxed iterations.</summary>
public enum DmnVersion
{
    V13,
    V15,
}
