"""Five thousand invented cadres of Hưng Yên and Quảng Ninh, with the posts they hold and held.

Nobody of them exists: names are drawn from lists, telephones from 0900 000 000 on, and each tenure
cites a paper that calls itself "Minh họa". The places are real, and so is what happens to them:
the old communes' unions end with June 2025, the branches live on within the new communes.
"""

from elearn.home.demo.corps.loading import SIZE, Corps, load_corps

__all__ = ["SIZE", "Corps", "load_corps"]
