"""OpenID Connect by authlib: the code flow with PKCE, state and nonce, against one provider.

All that is taken from the provider is who somebody is: its issuer and its subject. What she may do
is decided here, by no claim.
"""

import hmac
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from functools import lru_cache
from secrets import token_urlsafe
from time import monotonic
from typing import Any, Self

import requests
from authlib.common.errors import AuthlibBaseError
from authlib.integrations.requests_client import OAuth2Session
from authlib.oidc.core import CodeIDToken
from joserfc import jwt
from joserfc.errors import JoseError
from joserfc.jwk import KeySet

from elearn.accounts.rules import Identity
from elearn.errors import Refusal
from elearn.text import msg

WELL_KNOWN = "/.well-known/openid-configuration"
_ALGORITHMS = ["RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512"]
_PATIENCE_SECONDS = 10
_REMEMBERED_SECONDS = 3600
_LEEWAY_SECONDS = 60


@dataclass(frozen=True, slots=True)
class Journey:
    """What a browser takes along to the provider and must bring back, and what stays here."""

    state: str = field(default_factory=lambda: token_urlsafe(24))
    nonce: str = field(default_factory=lambda: token_urlsafe(24))
    verifier: str = field(default_factory=lambda: token_urlsafe(48), repr=False)

    @property
    def kept(self) -> dict[str, str]:
        return asdict(self)

    @classmethod
    def of(cls, kept: Mapping[str, str]) -> Self:
        return cls(**kept)


@dataclass(frozen=True)
class Provider:
    """One OpenID Connect provider, with what it says of itself remembered for an hour."""

    issuer: str
    client_id: str
    client_secret: str = field(repr=False)
    name: str
    _known: dict[str, tuple[float, dict[str, Any]]] = field(default_factory=dict, repr=False)

    def way_out(self, journey: Journey, back: str) -> str:
        """Return the address at the provider to send a browser to, which comes back to `back`.

        :raise Refusal: if the provider cannot be asked or says something else than it should.
        """
        with_pkce = self._client(back)
        address, _ = with_pkce.create_authorization_url(
            self._described()["authorization_endpoint"],
            state=journey.state,
            nonce=journey.nonce,
            code_verifier=journey.verifier,
        )
        return str(address)

    def identity(self, journey: Journey, given: Mapping[str, str], back: str) -> Identity:
        """Return who came back, from what the browser brought and the provider says of it.

        :raise Refusal: if it is not the answer to this journey, if the person or the provider
            refused, or if what it says is not signed, not for us, not for now, not for this.
        """
        if not hmac.compare_digest(given.get("state", "").encode(), journey.state.encode()):
            raise self._stale()
        if "error" in given or not given.get("code"):
            raise Refusal(msg("%(name)s không xác nhận lần đăng nhập này.", name=self.name))
        claims = self._claims(journey, self._token(journey, given["code"], back))
        return Identity(self.issuer, str(claims["sub"]))

    def _token(self, journey: Journey, code: str, back: str) -> dict[str, Any]:
        try:
            token: dict[str, Any] = self._client(back).fetch_token(
                self._described()["token_endpoint"],
                grant_type="authorization_code",
                code=code,
                code_verifier=journey.verifier,
                timeout=_PATIENCE_SECONDS,
            )
        except AuthlibBaseError:
            raise self._stale() from None
        except (requests.RequestException, ValueError):
            raise self._away() from None
        return token

    def _claims(self, journey: Journey, token: Mapping[str, Any]) -> CodeIDToken:
        """Return what the provider says of the person, once every seal of it was looked at."""
        try:
            read = self._opened(str(token.get("id_token", "")))
            claims = CodeIDToken(
                read.claims,
                read.header,
                {
                    "iss": {"essential": True, "value": self.issuer},
                    "aud": {"essential": True, "value": self.client_id},
                    "sub": {"essential": True},
                },
                {"nonce": journey.nonce, "client_id": self.client_id},
            )
            claims.validate(leeway=_LEEWAY_SECONDS)
        except (JoseError, AuthlibBaseError, ValueError, KeyError):
            raise Refusal(
                msg(
                    "Xác nhận của %(name)s không hợp lệ nên không được nhận. Đăng nhập bằng mật"
                    " khẩu, và báo người vận hành nếu còn gặp lại.",
                    name=self.name,
                )
            ) from None
        return claims

    def _opened(self, id_token: str) -> jwt.Token:
        """Return a token whose signature is the provider's; its keys are asked for anew once."""
        try:
            return jwt.decode(id_token, self._keys(), _ALGORITHMS)
        except (JoseError, ValueError):
            self._known.pop("keys", None)
            return jwt.decode(id_token, self._keys(), _ALGORITHMS)

    def _keys(self) -> KeySet:
        return KeySet.import_key_set(self._asked("keys", self._described()["jwks_uri"]))  # type: ignore[arg-type]  # what is no key set is refused

    def _described(self) -> dict[str, Any]:
        said = self._asked("itself", self.issuer.rstrip("/") + WELL_KNOWN)
        needed = {"authorization_endpoint", "token_endpoint", "jwks_uri"}
        if said.get("issuer") != self.issuer or not needed <= said.keys():
            self._known.clear()
            raise self._away()
        return said

    def _asked(self, what: str, address: str) -> dict[str, Any]:
        """Return what the provider publishes, asked for at most once an hour."""
        at, said = self._known.get(what, (0.0, None))
        if said is not None and monotonic() - at < _REMEMBERED_SECONDS:
            return said
        try:
            answer = requests.get(address, timeout=_PATIENCE_SECONDS)
            answer.raise_for_status()
            said = dict(answer.json())
        except (requests.RequestException, ValueError, TypeError):
            raise self._away() from None
        self._known[what] = monotonic(), said
        return said

    def _client(self, back: str) -> OAuth2Session:
        return OAuth2Session(
            self.client_id,
            self.client_secret,
            scope="openid",
            redirect_uri=back,
            code_challenge_method="S256",
        )

    def _away(self) -> Refusal:
        return Refusal(
            msg(
                "%(name)s đang không trả lời như cần. Thử lại sau ít phút, hoặc đăng nhập bằng"
                " mật khẩu.",
                name=self.name,
            )
        )

    def _stale(self) -> Refusal:
        return Refusal(
            msg(
                "Lần đăng nhập bằng %(name)s này đã cũ hoặc đã dùng rồi. Bấm đăng nhập lại từ đầu.",
                name=self.name,
            )
        )


@lru_cache(maxsize=8)
def provider_at(issuer: str, client_id: str, client_secret: str, name: str) -> Provider:
    """Return the provider of these settings; what it says of itself is remembered with it."""
    return Provider(issuer, client_id, client_secret, name)
