"""Model + catalogue -> the same model in another language; extraction; figures and dates by CLDR."""
