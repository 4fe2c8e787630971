using Huodi.Formats.SupplyResults;

namespace Huodi.Formats.Tests.SupplyResults;

/// <summary>The profile speaks the dictionary's language.</summary>
public sealed class ProfileTests
{
    [Fact]
    public void Profile_Facts_AreInTheDictionary()
    {
        var profile = SupplyProfile.Default;
        var facts = profile.Columns.Select(c => c.Fact).OfType<string>()
            .Concat(profile.Lookups.Values.Select(l => l.Fact)).Concat(profile.PriceFacts.Values).Append(profile.Identity);

        Assert.Empty(facts.Except(Dictionary.Names));
    }

    [Theory]
    [InlineData("landUses")]
    [InlineData("supplyModes")]
    public void Profile_LookupValues_AreAllowed(string lookup)
    {
        var (fact, values) = (SupplyProfile.Default.Lookups[lookup].Fact, SupplyProfile.Default.Lookups[lookup].Table.Values);

        Assert.Empty(values.Except(Dictionary.Allowed(fact)));
    }

    [Fact]
    public void Profile_EveryColumnItNames_IsAColumn()
    {
        var profile = SupplyProfile.Default;
        var columns = profile.Columns.Select(c => c.Column).ToHashSet();
        IEnumerable<string> named =
        [
            profile.Identity, profile.Place, profile.Name, profile.Area, profile.Price,
            .. profile.Order.SelectMany(o => new[] { o.Earlier, o.Later }), .. profile.ReversedBounds.SelectMany(b => new[] { b.Lower, b.Upper }),
        ];

        Assert.Empty(named.Except(columns));
        Assert.Equal(Sample.Header.Split(','), profile.Columns.Select(c => c.Column));
    }
}
