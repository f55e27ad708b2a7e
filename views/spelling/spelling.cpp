// SPDX-License-Identifier: GPL-3.0-or-later
#include "spelling/spelling.h"

#include "spelling/dictionary.h"

#include <QDir>
#include <QFileInfo>
#include <QFutureWatcher>
#include <QLocale>
#include <QPromise>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QThreadPool>

using namespace Qt::StringLiterals;

namespace fireline::views {

namespace {

constexpr qsizetype mostSuggestions = 5;

/// English first: the processes and what they publish are.
QString bestOf(const QStringList &installed)
{
    const QString system = QLocale::system().name();
    QStringList wanted;
    if (system.startsWith("en"_L1))
        wanted.append(system);
    wanted << u"en_US"_s << u"en_GB"_s << system;
    for (const QString &name : wanted) {
        if (installed.contains(name))
            return name;
    }
    for (const QString &name : installed) {
        if (name.startsWith("en"_L1))
            return name;
    }
    return installed.value(0);
}

QString fileOf(const QString &name, const QStringList &folders)
{
    for (const QString &folder : folders) {
        if (QFileInfo::exists(folder + u'/' + name + u".dic"_s) && QFileInfo::exists(folder + u'/' + name + u".aff"_s))
            return folder + u'/' + name;
    }
    return {};
}

} // namespace

QList<WordAt> wordsIn(const QString &text)
{
    // A run without blanks is looked at as a whole first: what has digits, "@", "/" and the like in it is no prose.
    static const QRegularExpression run(u"\\S+"_s);
    static const QRegularExpression code(u"[\\p{N}@#/_\\\\:=<>{}]|\\p{L}\\.\\p{L}|\\p{Ll}\\p{Lu}"_s);
    static const QRegularExpression word(u"\\p{L}[\\p{L}\\p{M}]*(?:['’][\\p{L}\\p{M}]+)*"_s);
    QList<WordAt> words;
    for (auto runs = run.globalMatch(text); runs.hasNext();) {
        const auto found = runs.next();
        QString bare = found.captured();
        while (!bare.isEmpty() && QStringView(u",.;:!?").contains(bare.back()))
            bare.chop(1);
        if (code.match(bare).hasMatch())
            continue;
        for (auto inside = word.globalMatch(found.captured()); inside.hasNext();) {
            const auto at = inside.next();
            if (at.capturedLength() > 1)
                words.append({found.capturedStart() + at.capturedStart(), at.capturedLength()});
        }
    }
    return words;
}

Spelling::Spelling(const QStringList &folders, QObject *parent) : QObject(parent), m_folders(folders), m_wanted(off()) { }

Spelling::~Spelling() = default;

QStringList Spelling::systemFolders()
{
    QStringList folders = qEnvironmentVariable("DICPATH").split(u':', Qt::SkipEmptyParts);
    for (const QString &data : QStandardPaths::standardLocations(QStandardPaths::GenericDataLocation))
        folders << data + u"/hunspell"_s << data + u"/myspell"_s << data + u"/myspell/dicts"_s;
    folders << u"/usr/share/hunspell"_s << u"/usr/share/myspell"_s << u"/usr/share/myspell/dicts"_s;
    folders.removeDuplicates();
    return folders;
}

QStringList Spelling::installed(const QStringList &folders)
{
    QSet<QString> names;
    for (const QString &folder : folders) {
        for (const QFileInfo &file : QDir(folder).entryInfoList({u"*.dic"_s}, QDir::Files)) {
            // Hyphenation patterns lie in the same folders.
            if (!file.fileName().startsWith("hyph_"_L1) && !fileOf(file.completeBaseName(), folders).isEmpty())
                names.insert(file.completeBaseName());
        }
    }
    QStringList sorted(names.begin(), names.end());
    sorted.sort();
    return sorted;
}

QString Spelling::off()
{
    return u"off"_s;
}

void Spelling::setLanguage(const QString &language)
{
    m_wanted = language;
    m_problem.clear();
    m_language.clear();
    m_dictionary.reset();
    if (language != off()) {
        const QStringList all = installed(m_folders);
        const QString name = language.isEmpty() ? bestOf(all) : language;
        const QString path = fileOf(name, m_folders);
        if (all.isEmpty())
            m_problem = tr(
                "No spelling dictionary is installed. As root: apt install hunspell-en-us. Then start Fireline again.");
        else if (path.isEmpty())
            m_problem = tr("The spelling dictionary %1 is not installed. Choose another one in the settings.").arg(name);
        else
            load(name, path);
    }
    emit changed();
}

void Spelling::load(const QString &name, const QString &path)
{
    auto promise = std::make_shared<QPromise<std::shared_ptr<Dictionary>>>();
    promise->start();
    // A window may be closed while it is read. A continuation would be posted from the other thread to what is being destroyed.
    auto *watcher = new QFutureWatcher<std::shared_ptr<Dictionary>>(this);
    connect(watcher, &QFutureWatcherBase::finished, this, [this, watcher, name, wanted = m_wanted] {
        watcher->deleteLater();
        if (wanted != m_wanted)
            return;
        const std::shared_ptr<Dictionary> dictionary = watcher->result();
        m_dictionary = dictionary;
        m_language = dictionary ? name : QString();
        m_problem = dictionary ? QString()
                               : tr("The spelling dictionary %1 cannot be read. Choose another one in the settings.").arg(name);
        emit changed();
    });
    watcher->setFuture(promise->future());
    QThreadPool::globalInstance()->start([promise, path] {
        promise->addResult(Dictionary::read(path + u".aff"_s, path + u".dic"_s));
        promise->finish();
    });
}

void Spelling::setOwnWords(const QStringList &words)
{
    const qsizetype before = m_own.size();
    for (const QString &word : words)
        m_own.insert(word.toLower());
    if (m_own.size() != before)
        emit changed();
}

void Spelling::addWord(const QString &word)
{
    setOwnWords({word});
}

bool Spelling::isRight(const QString &word) const
{
    if (!m_dictionary || m_own.contains(word.toLower()))
        return true;
    QString plain = word;
    plain.replace(QChar(u'’'), QChar(u'\''));
    return m_dictionary->knows(plain);
}

QStringList Spelling::suggestions(const QString &word) const
{
    return m_dictionary ? m_dictionary->suggestions(word).mid(0, mostSuggestions) : QStringList();
}

QStringList Spelling::unknownIn(const QString &text) const
{
    QStringList unknown;
    for (const WordAt &word : wordsIn(text)) {
        const QString found = text.mid(word.at, word.length);
        if (!unknown.contains(found) && !isRight(found))
            unknown.append(found);
    }
    return unknown;
}

} // namespace fireline::views
