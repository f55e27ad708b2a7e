#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The second lock on the layers (ARCHITECTURE.md): no file includes what its layer may not know.

lint_layers.py [ROOT]     checks the tree, one line a fault, exit 1 if there is any
lint_layers.py --self     plants a fault of every kind in a scratch tree and checks that each is found
"""
import re
import sys
import tempfile
from pathlib import Path

INCLUDE = re.compile(r'^[ \t]*#[ \t]*include[ \t]*([<"])([^>"]+)[>"]', re.M)

# Layer by folder; the longest prefix counts. "own" are the include roots that a quoted include may come from.
LAYERS = {
    "models/domain": "domain",
    "models": "models",
    "app/store": "store",
    "app/backend": "backend",
    "app/process": "process",
    "app/exchange": "exchange",
    "app/drill": "drill",
    "app/print": "print",
    "app/bundle": "bundle",
    "app/connectors": "connectors",
    "app/sync": "sync",
    "app/link": "link",
    "views": "views",
    "app/session": "session",
    "app/cli": "session",
    "app/desktop": "desktop",
    "app/window": "window",
    "app/main.cpp": "main",
}
ROOTS = {
    "domain": ["models/domain"], "models": ["models"], "store": ["app/store"], "backend": ["app/backend"], "process": ["app/process"],
    "exchange": ["app/exchange"], "drill": ["app/drill"], "print": ["app/print"], "bundle": ["app/bundle"], "connectors": ["app/connectors"], "sync": ["app/sync"], "link": ["app/link"],
    "views": ["views"], "session": ["app/session", "app/cli"],
    "desktop": ["app/desktop"], "window": ["app/window"],
}
MAY_USE = {
    "domain": {"domain"},
    "models": {"models", "domain"},
    "store": {"store", "domain"},
    "backend": {"backend", "domain"},
    "process": {"process", "domain"},
    "exchange": {"exchange", "domain"},
    "drill": {"drill", "process", "domain"},
    "print": {"print", "exchange", "domain"},
    "bundle": {"bundle", "domain"},
    "connectors": {"connectors", "domain"},
    "sync": {"sync", "backend", "domain"},
    "link": {"link", "sync", "backend", "process", "domain"},
    "views": {"views", "models", "domain"},
    "desktop": {"desktop", "domain"},
    "session": set(ROOTS) - {"views", "models", "desktop", "window"},
    "window": set(ROOTS),
    "main": set(ROOTS),
}

CORE = set("""
    QAbstractEventDispatcher QAnyStringView QAssociativeIterable QAtomicInt QBasicTimer QBitArray QBuffer QByteArray
    QByteArrayList QByteArrayView QCache QCalendar QCborArray QCborMap QCborValue QChar QCollator QCommandLineParser
    QContiguousCache QCoreApplication QCryptographicHash QDataStream QDate QDateTime QDeadlineTimer QDebug QDir
    QDirIterator QElapsedTimer QEvent QException QFile QFileDevice QFileInfo QFlags QFuture QFutureWatcher QGlobalStatic QHash
    QIODevice QJsonArray QJsonDocument QJsonObject QJsonParseError QJsonValue QLatin1Char QLatin1String QList QLocale
    QLoggingCategory QMap QMargins QMessageAuthenticationCode
    QMetaEnum QMetaObject QMetaType QMimeData QMultiHash QMultiMap QMutex
    QMutexLocker QObject QPair QPoint QPointer QPromise QQueue QRandomGenerator QRect QRegularExpression
    QRegularExpressionMatch QSaveFile QScopeGuard QScopedPointer QSet QSharedData QSharedDataPointer QSharedPointer
    QSize QSortFilterProxyModel QStack QStandardPaths QStorageInfo QString QStringBuilder QStringConverter QStringDecoder
    QStringList QStringTokenizer QStringView QSysInfo QTemporaryDir QTemporaryFile QTextBoundaryFinder QTextStream
    QThread QTime QTimeZone QTimer QUrl QVarLengthArray QUrlQuery QUtf8StringView QUuid QVariant QVariantList QVariantMap QVector
    QVersionNumber QWaitCondition QWeakPointer QAbstractItemModel QAbstractListModel QAbstractTableModel
    QAbstractProxyModel QIdentityProxyModel QItemSelectionModel QModelIndex QPersistentModelIndex QtEndian QtGlobal
    QtMath QtNumeric QtTypes QtAlgorithms QtTranslation QCoreEvent
""".split())
GUI = set("QColor QBrush QFont QIcon QTextDocument QTextCursor QTextOption QClipboard QPalette QFontMetrics QPen".split())
PRINTED = GUI | set("QAbstractTextDocumentLayout QBuffer QImage QTextBlock QTextLayout QTextTable QPaintDevice QFontMetricsF QPainter QPdfWriter".split())
# What the domain may not do although Qt Core can: it is given its time and its bytes, and it starts nothing.
NOT_IN_DOMAIN = set("""
    QFile QDir QSaveFile QTemporaryDir QTemporaryFile QProcess QThread QTimer QSettings QStandardPaths
    QSocketNotifier QLockFile QFileSystemWatcher QEventLoop QMutex QWaitCondition QThreadPool
""".split())

# Header, or start of one: the only folders that may name it.
ONLY_IN = [
    (re.compile(r"^(QtSql/|QSql)"), ["app/store", "app/backend", "app/link"], "SQL stays in app/store, app/backend and app/link"),
    (re.compile(r"^(sqlite3\.h|libpq-fe\.h|libpq/)"), ["app/store", "app/link"], "databases stay in app/store and app/link"),
    (re.compile(r"^(QtNetwork/|QNetwork|QTcp|QUdp|QSsl|QLocalS|QAbstractSocket|QHostA|QHttp|QWebSocket)"),
     ["app/connectors", "app/session", "app/window"], "the network stays in app/connectors, app/session and app/window"),
    (re.compile(r"^(QtDBus/|QDBus)"), ["app/desktop", "app/window", "views/theme"], "the session bus stays with the desktop"),
    (re.compile(r"^(QtMultimedia/|QSoundEffect|QAudio|QMedia)"), ["app/desktop"], "sounds stay in app/desktop"),
    (re.compile(r"^(QCustomPlot|qcustomplot)"), ["views/metrics"], "QCustomPlot stays in views/metrics"),
    (re.compile(r"^archive(_entry)?\.h$"), ["app/bundle"], "archives are written and read in app/bundle"),
    (re.compile(r"^yaml-cpp/"), ["app/process", "app/drill"], "yaml-cpp stays in app/process and app/drill"),
    (re.compile(r"^kainjow/"), ["models/domain/process"], "Mustache is read in models/domain/process alone"),
    (re.compile(r"^(md4c)"), ["app/process", "app/exchange", "views"], "Markdown parsing has its places"),
    (re.compile(r"^hunspell/"), ["views/spelling"], "dictionaries are read in views/spelling alone"),
    (re.compile(r"^qt6keychain/"), ["app/desktop", "app/connectors"], "secrets are asked of the desktop in app/desktop"),
]
ANY_QT = re.compile(r"^(Qt[A-Z]\w*/|Q[A-Z]\w*$|q[a-z]\w*\.h$)")
STD_ONLY = re.compile(r"^[a-z0-9_]+$|^(unistd|fcntl|signal|sys/[a-z]+|errno|termios)\.h$")
SYSTEM_H = re.compile(r"\.(h|hpp|hxx)$")
UMBRELLA = re.compile(r"^(QtCore|QtWidgets|QtGui|QtSql|QtNetwork|QtTest|Qt[A-Z]\w*/Qt[A-Z]\w*)$")


def layer_of(path):
    best = ""
    for prefix in LAYERS:
        if (path == prefix or path.startswith(prefix + "/")) and len(prefix) > len(best):
            best = prefix
    return LAYERS.get(best)


def owner_of(root, including, name):
    """The layer whose include root resolves a quoted include, or None for a file that is nobody's."""
    beside = (root / including).parent / name
    if beside.is_file():
        return layer_of(str(beside.resolve().relative_to(root)))
    for folder in (f for folders in ROOTS.values() for f in folders):
        if (root / folder / name).is_file():
            found = layer_of(f"{folder}/{name}")
            if found:
                return found
    return None


def judge_system(path, layer, name):
    if UMBRELLA.match(name):
        return f"<{name}> brings a whole module: include the classes that are used"
    for pattern, places, reason in ONLY_IN:
        if pattern.match(name):
            return None if any(path.startswith(p + "/") for p in places) else f"<{name}>: {reason}"
    if layer in ("session", "window", "main"):
        return None
    bare = name.split("/")[-1]
    if ANY_QT.match(name):
        if layer == "views":
            return None
        if bare.startswith("q") or bare in CORE or name.startswith("QtCore/"):
            if layer == "domain" and bare in NOT_IN_DOMAIN:
                return f"<{name}>: the domain is pure; it is handed what it needs"
            return None
        if layer == "print":
            return None if bare in PRINTED else f"<{name}> is beyond the print layer"
        if layer == "models" and bare in GUI:
            return None
        if layer != "domain" and bare in NOT_IN_DOMAIN:
            return f"<{name}>: no nested event loops" if bare == "QEventLoop" else None
        return f"<{name}> is beyond the {layer} layer"
    if layer in ("domain", "models", "exchange", "sync") and SYSTEM_H.search(name):
        return f"<{name}>: the {layer} layer knows Qt Core and the standard library alone"
    return None


def check(root):
    faults = []
    root = root.resolve()
    for top in ("app", "models", "views"):
        for file in sorted((root / top).rglob("*")):
            if file.suffix not in (".h", ".cpp"):
                continue
            path = str(file.relative_to(root))
            layer = layer_of(path)
            text = file.read_text(encoding="utf-8", errors="replace")
            if layer is None:
                faults.append(f"{path}:1: belongs to no layer")
                continue
            for match in INCLUDE.finditer(text):
                line = text.count("\n", 0, match.start()) + 1
                quoted, name = match.group(1) == '"', match.group(2)
                if ".." in name.split("/"):
                    faults.append(f"{path}:{line}: \"{name}\" climbs out of its folder")
                    continue
                if quoted:
                    if name.endswith(".moc") or name.startswith("moc_"):
                        continue
                    owner = owner_of(root, path, name)
                    if owner is None:
                        faults.append(f"{path}:{line}: \"{name}\" is no file of ours")
                    elif owner not in MAY_USE[layer]:
                        faults.append(f"{path}:{line}: \"{name}\": {layer} may not know {owner}")
                    continue
                fault = judge_system(path, layer, name)
                if fault:
                    faults.append(f"{path}:{line}: {fault}")
    return faults


PLANTED = [
    ("models/domain/core/a.cpp", "<QSqlDatabase>"),
    ("models/domain/core/a.cpp", "<QtSql/QSqlQuery>"),
    ("models/domain/core/a.cpp", "<QNetworkAccessManager>"),
    ("models/domain/core/a.cpp", "<QWidget>"),
    ("models/domain/core/a.cpp", "<QFile>"),
    ("models/domain/core/a.cpp", "<yaml-cpp/yaml.h>"),
    ("models/domain/core/a.cpp", "<unistd.h>"),
    ("models/domain/core/a.cpp", "<kainjow/mustache.hpp>"),
    ("models/domain/core/a.cpp", "<boost/any.hpp>"),
    ("models/domain/core/a.cpp", "<QtCore>"),
    ("models/domain/core/a.cpp", '"loader/l.h"'),
    ("models/domain/core/a.cpp", '"timeline/t.h"'),
    ("models/domain/core/a.cpp", '"../../x.h"'),
    ("models/domain/core/a.cpp", '"nowhere.h"'),
    ("models/timeline/m.cpp", "<QTableView>"),
    ("models/timeline/m.cpp", "<QSqlQuery>"),
    ("models/timeline/m.cpp", "<QNetworkReply>"),
    ("models/timeline/m.cpp", '"journal/j.h"'),
    ("app/store/journal/s.cpp", '"loader/l.h"'),
    ("app/store/journal/s.cpp", "<yaml-cpp/yaml.h>"),
    ("app/process/loader/p.cpp", "<QSqlQuery>"),
    ("app/process/loader/p.cpp", '"scenario/d.h"'),
    ("app/exchange/csv/x.cpp", '"journal/j.h"'),
    ("app/exchange/csv/x.cpp", "<QTcpSocket>"),
    ("app/drill/scenario/d.cpp", '"journal/j.h"'),
    ("app/sync/engine/y.cpp", "<QSqlDatabase>"),
    ("app/sync/engine/y.cpp", '"journal/j.h"'),
    ("app/connectors/slack/c.cpp", '"journal/j.h"'),
    ("views/timeline/v.cpp", "<qcustomplot.h>"),
    ("views/timeline/v.cpp", "<QSqlQuery>"),
    ("views/timeline/v.cpp", '"journal/j.h"'),
    ("app/session/z.cpp", "<QSqlDatabase>"),
    ("app/misc/odd.cpp", "<QString>"),
]
CLEAN = {
    "models/domain/core/ok.cpp": ['"core/a.h"', "<QString>", "<QJsonObject>", "<optional>"],
    "models/timeline/ok.cpp": ['"core/a.h"', '"timeline/t.h"', "<QAbstractTableModel>", "<QColor>"],
    "app/store/journal/ok.cpp": ['"core/a.h"', "<QSqlQuery>", "<unistd.h>", "<QFile>"],
    "app/process/loader/ok.cpp": ['"core/a.h"', "<yaml-cpp/yaml.h>", "<QFile>"],
    "app/drill/scenario/ok.cpp": ['"core/a.h"', '"loader/l.h"'],
    "views/metrics/ok.cpp": ["<qcustomplot.h>", "<QWidget>"],
    "app/session/ok.cpp": ['"core/a.h"', '"journal/j.h"', '"loader/l.h"', "<QNetworkAccessManager>"],
}
HEADERS = ["models/domain/core/a.h", "models/timeline/t.h", "app/store/journal/j.h", "app/process/loader/l.h",
           "app/drill/scenario/d.h", "x.h"]


def self_test():
    bad = []
    for number, (place, include) in enumerate(PLANTED):
        with tempfile.TemporaryDirectory() as scratch:
            root = Path(scratch)
            files = {h: [] for h in HEADERS} | CLEAN
            for path, includes in files.items():
                (root / path).parent.mkdir(parents=True, exist_ok=True)
                (root / path).write_text("".join(f"#include {i}\n" for i in includes))
            if number == 0 and check(root):
                bad.append("a clean tree is refused: " + "; ".join(check(root)))
            (root / place).parent.mkdir(parents=True, exist_ok=True)
            (root / place).write_text(f"// planted\n#include {include}\n")
            faults = check(root)
            line = 1 if "no layer" in " ".join(faults) else 2
            if len(faults) != 1 or not faults[0].startswith(f"{place}:{line}:"):
                bad.append(f"{include} in {place}: {faults or 'not found'}")
    return bad


def main():
    if sys.argv[1:] == ["--self"]:
        faults = self_test()
        done = f"lint_layers: each of {len(PLANTED)} planted faults is found"
    else:
        root = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).resolve().parents[2]
        faults = check(root)
        done = "lint_layers: every include keeps to its layer"
    print("\n".join(faults) if faults else done)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
