"""A whole country of invented cadres: how the product bears the number of people it is for.

The places are real, before 1/7/2025 and after; units, persons and their posts are invented by
chance from a number of people and a seed, and always come out the same. Nobody of them exists:
names are put together from lists, telephones are 0900 000 000 and what follows, and every tenure
cites a paper that calls itself "Minh họa". They complete programmes of the catalogue as their posts
have it: many of them in spring and autumn, some of them never; part of it in classes.
"""

from elearn.home.demo.country.making import Country, country_of, make_country

__all__ = ["Country", "country_of", "make_country"]
