"""Settings: one file, driven by the environment. Every value that a deployment may change is read here and nowhere else."""

from __future__ import annotations

import os
from pathlib import Path

from django.utils.translation import gettext_lazy as _

from project import env

BASE_DIR = Path(__file__).resolve().parent.parent
VAR_DIR = Path(os.environ.get("COLLATE_VAR", BASE_DIR / "var"))

DEBUG = env.boolean("DEBUG", False)
# The supervisor makes one key per checkout; an engine command on a bare machine needs none, so it gets a throw-away one.
SECRET_KEY = os.environ.get("SECRET_KEY") or os.urandom(32).hex()
# Former keys, for as long as something sealed or signed with them is to be opened.
SECRET_KEY_FALLBACKS = env.words("SECRET_KEY_FALLBACKS", "")
ALLOWED_HOSTS = env.words("ALLOWED_HOSTS", "localhost,127.0.0.1,[::1]")
CSRF_TRUSTED_ORIGINS = env.words("CSRF_TRUSTED_ORIGINS", "")

INSTALLED_APPS = [
    "django.contrib.contenttypes",
    "django.contrib.auth",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.postgres",
    "django_htmx",
    "allauth",
    "allauth.account",
    "synthesis",
]

MIDDLEWARE = [
    "synthesis.infra.csp.ContentSecurityPolicyMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "synthesis.infra.errors.ErrorMiddleware",
]

ROOT_URLCONF = "project.urls"
ASGI_APPLICATION = "project.asgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "django.template.context_processors.i18n",
                "synthesis.infra.csp.nonce",
                "synthesis.live.context.page",
            ],
        },
    }
]

DATABASES = {
    "default": {
        **env.database(os.environ.get("DATABASE_URL") or "postgresql:///collate"),
        "CONN_HEALTH_CHECKS": False,
        "OPTIONS": {
            # Threads of an ASGI server come and go; a pool keeps connections where Django's per-thread ones would leak.
            "pool": {"min_size": 1, "max_size": 10, "timeout": 10},
            "options": "-c lock_timeout=8000 -c statement_timeout=60000 -c idle_in_transaction_session_timeout=60000",
        },
    }
}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

REDIS_URL = os.environ.get("REDIS_URL") or f"unix://{VAR_DIR / 'valkey' / 'valkey.sock'}"
CELERY_BROKER_URL = env.celery_broker(REDIS_URL)
REDIS_PREFIX = os.environ.get("REDIS_PREFIX", "collate:")
CELERY_BROKER_TRANSPORT_OPTIONS = {
    "global_keyprefix": REDIS_PREFIX,
    "queue_order_strategy": "priority",
    # Longer than twice the longest task; leases, not redelivery, bring back work that died.
    "visibility_timeout": 3600,
    "unacked_restore_interval": 10,
    "unacked_restore_throttle": 1,
    "socket_timeout": 10,
    "socket_connect_timeout": 3,
    "socket_keepalive": True,
    "health_check_interval": 25,
    # A dead broker must not hang a web request; the row stays and `keep_jobs` publishes it later.
    "max_retries": 2,
    "interval_start": 0,
    "interval_step": 0.2,
    "interval_max": 0.2,
}

# Language models that owners may connect: hosts (https), or origins such as http://10.0.0.5:8000 of one's own servers.
MODEL_ADDRESSES = env.words(
    "MODEL_ADDRESSES",
    "api.openai.com,api.deepseek.com,dashscope.aliyuncs.com,dashscope-intl.aliyuncs.com,api.moonshot.cn,"
    "open.bigmodel.cn,ark.cn-beijing.volces.com,api.siliconflow.cn,api.hunyuan.cloud.tencent.com,qianfan.baidubce.com,"
    "api.mistral.ai,openrouter.ai",
)
# The model of the engine commands (`--provider model`); workspaces connect their own.
MODEL_ADDRESS = os.environ.get("MODEL_ADDRESS", "")
MODEL_KEY = os.environ.get("MODEL_KEY", "")
MODEL_NAMES = {
    "write": os.environ.get("MODEL_NAME", ""),
    "plan": os.environ.get("MODEL_NAME_PLAN", ""),
    "judge": os.environ.get("MODEL_NAME_JUDGE", ""),
}
# Seconds without a sign of life after which a model's server counts as gone.
MODEL_STALL_SECONDS = float(os.environ.get("MODEL_STALL_SECONDS", "45"))

AUTH_USER_MODEL = "synthesis.User"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator"},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]
LOGIN_REDIRECT_URL = "home"
LOGIN_URL = "account_login"
ACCOUNT_ADAPTER = "synthesis.accounts.adapter.AccountAdapter"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_SIGNUP_FORM_CLASS = "synthesis.accounts.forms.SignupForm"
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_SESSION_REMEMBER = True
ACCOUNT_LOGOUT_ON_GET = False
# A stranger must not learn which addresses have accounts (reset); a person who signs up may be told that theirs is
# taken. With unverified addresses django-allauth does exactly both when this is True.
ACCOUNT_PREVENT_ENUMERATION = True
# A whole class may sit behind one network address; one account takes ten wrong passwords a minute.
ACCOUNT_RATE_LIMITS = {"login": "120/m/ip", "signup": "120/m/ip", "login_failed": "60/m/ip,10/m/key"}
EMAIL_BACKEND = os.environ.get("EMAIL_BACKEND", "django.core.mail.backends.console.EmailBackend")
EMAIL_HOST = os.environ.get("EMAIL_HOST", "localhost")
DEFAULT_FROM_EMAIL = os.environ.get("DEFAULT_FROM_EMAIL", "Collate <collate@localhost>")

SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = env.boolean("HTTPS", False)
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
CSRF_FAILURE_VIEW = "synthesis.infra.errors.csrf_failure"

# Same names as Django 6.0's own middleware, so that the upgrade deletes synthesis/infra/csp.py.
SECURE_CSP = {
    "default-src": ["'none'"],
    "script-src": ["'nonce'", "'strict-dynamic'"],
    "style-src": ["'self'"],
    "img-src": ["'self'", "data:"],
    "font-src": ["'self'"],
    "connect-src": ["'self'"],
    "manifest-src": ["'self'"],
    "form-action": ["'self'"],
    "base-uri": ["'none'"],
    "frame-ancestors": ["'none'"],
}

LANGUAGE_CODE = "zh-hans"
LANGUAGES = [("zh-hans", _("Simplified Chinese")), ("en", _("English"))]
LOCALE_PATHS = [BASE_DIR / "locale"]
FORMAT_MODULE_PATH = ["project.formats"]
LANGUAGE_COOKIE_NAME = "collate_language"
LANGUAGE_COOKIE_SAMESITE = "Lax"
TIME_ZONE = os.environ.get("TIME_ZONE", "Asia/Shanghai")
USE_I18N = True
USE_TZ = True

STATIC_URL = "/static/"
STATICFILES_DIRS = [path for path in [BASE_DIR / "static"] if path.is_dir()]
STATIC_ROOT = VAR_DIR / "staticfiles"
MEDIA_ROOT = Path(os.environ.get("MEDIA_ROOT", VAR_DIR / "media"))
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if DEBUG
        else "synthesis.infra.static_files.HashedStaticFilesStorage"
    },
}
WHITENOISE_USE_FINDERS = DEBUG
WHITENOISE_AUTOREFRESH = DEBUG

# An upload larger than this goes to a temporary file; the hard limit is synthesis.infra.uploads'.
FILE_UPLOAD_MAX_MEMORY_SIZE = 2 * 1024 * 1024
DATA_UPLOAD_MAX_MEMORY_SIZE = 8 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FILES = 100
FILE_UPLOAD_TEMP_DIR = os.environ.get("FILE_UPLOAD_TEMP_DIR") or None

# Counters of the rate limits. In the database, so that they hold for all processes, and while Redis is away.
CACHES = {"default": {"BACKEND": "django.core.cache.backends.db.DatabaseCache", "LOCATION": "synthesis_cache"}}

JOB_LEASE_SECONDS = int(os.environ.get("JOB_LEASE_SECONDS", "20"))

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "%(asctime)s %(levelname)s %(name)s %(message)s"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["console"], "level": os.environ.get("LOG_LEVEL", "INFO")},
    "loggers": {"fontTools": {"level": "WARNING"}, "httpx2": {"level": "WARNING"}},
}
