namespace Yanyun.Chronicle;

/// <summary>A language the house speaks. Every text exists in each.</summary>
public enum Language : byte { English, Chinese }
