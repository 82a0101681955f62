"""Pages about oneself: profile, tokens, theme, language. Sign-in and its kin are django-allauth's, in our templates."""

from __future__ import annotations

import uuid
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST
from django.views.i18n import set_language as switch_language

from synthesis.accounts import actions, selectors
from synthesis.accounts.forms import ProfileForm, TokenForm
from synthesis.accounts.language import keep_language
from synthesis.infra.errors import Conflict, Invalid
from synthesis.infra.htmx import render_either

THEMES = ("light", "dark")
A_YEAR = 365 * 24 * 3600


class SeeOther(HttpResponseRedirect):
    """After a POST: go there with GET."""

    status_code = 303


def safe_next(request: HttpRequest, otherwise: str = "") -> str:
    """Where the form wants to go on, if that is a page of ours; else `otherwise`, or home."""
    wanted = request.POST.get("next", "")
    ours = url_has_allowed_host_and_scheme(
        wanted, allowed_hosts={request.get_host()}, require_https=request.is_secure()
    )
    return wanted if ours else otherwise or reverse("home")


@require_POST
def set_theme(request: HttpRequest) -> HttpResponse:
    """Light, dark, or (empty) as the system; kept in a cookie so that the first paint is right."""
    theme = request.POST.get("theme", "")
    response = SeeOther(safe_next(request))
    if theme in THEMES:
        response.set_cookie(
            "collate_theme", theme, max_age=A_YEAR, samesite="Lax", httponly=True, secure=settings.SESSION_COOKIE_SECURE
        )
    else:
        response.delete_cookie("collate_theme", samesite="Lax")
    return response


@require_POST
def set_language(request: HttpRequest) -> HttpResponse:
    """Django's switch (cookie, safe `next`), remembered in the account of whoever is signed in."""
    language = request.POST.get("language", "")
    if request.user.is_authenticated and language in dict(settings.LANGUAGES):
        actions.remember_language(request.user, language)
    return switch_language(request)


@never_cache
@login_required
@require_http_methods(["GET", "POST"])
def profile(request: HttpRequest) -> HttpResponse:
    user: Any = request.user
    form = ProfileForm.about(user, request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            actions.change_profile(user, **form.cleaned_data)
        except Invalid as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, _("Saved."))
            response = redirect("accounts:profile")
            keep_language(response, form.cleaned_data["language"])
            return response
    return _page(request, form=form, status=422 if form.errors else 200)


@never_cache
@login_required
@require_POST
def create_token(request: HttpRequest) -> HttpResponse:
    """Answers with the page that shows the token: it is in this one response and nowhere else."""
    form = TokenForm(request.POST)
    if not form.is_valid():
        return _page(request, token_form=form, status=422)
    try:
        token, plain = actions.create_token(request.user, form.cleaned_data["name"])  # type: ignore[arg-type]
    except (Invalid, Conflict) as error:
        form.add_error("name", str(error))
        return _page(request, token_form=form, status=422)
    return _page(request, token_form=TokenForm(), new_token=token, plain=plain)


@login_required
@require_POST
def revoke_token(request: HttpRequest, token: uuid.UUID) -> HttpResponse:
    actions.revoke_token(selectors.get_token(request.user, token))  # type: ignore[arg-type]
    messages.success(request, _("The token has been revoked."))
    return SeeOther(reverse("accounts:profile") + "#tokens")


def _page(request: HttpRequest, *, status: int = 200, **context: Any) -> HttpResponse:
    user: Any = request.user
    context = {
        "form": ProfileForm.about(user),
        "token_form": TokenForm(),
        "tokens": selectors.tokens_of(user),
        "api_root": request.build_absolute_uri("/api/v1/"),
        **context,
    }
    return render_either(request, "accounts/profile.html", "accounts/_tokens.html", context, status=status)
