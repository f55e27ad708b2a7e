// SPDX-License-Identifier: GPL-3.0-or-later
#include "playbookdesk.h"

#include "answerof.h"
#include "playbooks/playbooksmodel.h"

#include <QDesktopServices>
#include <QDir>
#include <QFileInfo>
#include <QSet>
#include <QThreadPool>
#include <QUrl>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace fireline::window {

using namespace domain;
using models::PlaybookPiece;
using models::PlaybookText;
namespace p = models::playbooks;

namespace {

constexpr int settleMs = 200; // editors write a file in several steps

p::Part partOf(process::PlaybookPart::Kind kind)
{
    switch (kind) {
    case process::PlaybookPart::Kind::Heading: return p::Heading;
    case process::PlaybookPart::Kind::Text: return p::Text;
    case process::PlaybookPart::Kind::Step: return p::Step;
    case process::PlaybookPart::Kind::Code: break;
    }
    return p::Code;
}

QString problemText(const process::Finding &finding)
{
    if (finding.line > 0)
        return PlaybookDesk::tr("Line %1: %2 %3").arg(QString::number(finding.line), finding.text, finding.remedy);
    return PlaybookDesk::tr("%1 %2").arg(finding.text, finding.remedy);
}

bool isSame(const ListItem &a, const ListItem &b)
{
    return a.text == b.text && a.section == b.section && a.run == b.run;
}

} // namespace

bool knowsLists(const Process &process, const QList<ListRule> &lists)
{
    const auto ofFile = [](const ListRule &list) { return list.rule.id.startsWith(u"playbook."); };
    if (std::count_if(process.lists.begin(), process.lists.end(), ofFile) != lists.size())
        return false;
    return std::all_of(lists.begin(), lists.end(), [&](const ListRule &list) {
        const ListRule *known = process.list(list.rule.id);
        return known && known->rule.say == list.rule.say && known->start == list.start
               && std::equal(known->items.begin(), known->items.end(), list.items.begin(), list.items.end(), isSame);
    });
}

PlaybookText playbookTextOf(const process::PlaybookFile &file)
{
    PlaybookText text;
    text.path = file.path;
    text.builtIn = file.builtIn;
    text.title = QFileInfo(file.path).fileName();
    if (file.playbook) {
        text.listId = file.playbook->toList().rule.id;
        text.title = file.playbook->title;
        text.tags = file.playbook->tags;
    }
    QStringList below; // symptoms of the text stand in it already
    for (const process::PlaybookPart &part : file.parts) {
        text.pieces.append({partOf(part.kind), part.text, part.level, file.playbook ? part.step : 0, part.line, false});
        below.append(part.kind == process::PlaybookPart::Kind::Text ? part.text : QString());
    }
    for (const QString &symptom : file.playbook ? file.playbook->symptoms : QStringList()) {
        if (below.filter(symptom).isEmpty())
            text.symptoms.append(symptom);
    }
    for (const process::Finding &finding : file.findings)
        text.problems.append(problemText(finding));
    return text;
}

PlaybookDesk::PlaybookDesk(QString builtInRoot, QString configRoot, models::PlaybooksModel &model, TakeLists takeLists,
                           QObject *parent)
    : QObject(parent)
    , m_builtInRoot(std::move(builtInRoot))
    , m_configRoot(std::move(configRoot))
    , m_model(model)
    , m_takeLists(std::move(takeLists))
{
    m_later.setSingleShot(true);
    m_later.setInterval(settleMs);
    connect(&m_later, &QTimer::timeout, this, &PlaybookDesk::read);
    const auto changed = [this] { m_later.start(); };
    connect(&m_watcher, &QFileSystemWatcher::directoryChanged, this, changed);
    connect(&m_watcher, &QFileSystemWatcher::fileChanged, this, changed);
    connect(&m_reading, &QFutureWatcher<Files>::finished, this, &PlaybookDesk::take);
    read();
}

PlaybookDesk::~PlaybookDesk() = default;

// The folder and its files; the place where it will be as long as there is none. A file that was not watched while it was read may
// have changed since.
void PlaybookDesk::watch(const QList<process::PlaybookFile> &files)
{
    if (m_configRoot.isEmpty())
        return;
    const QString folder = process::playbookFolder(m_configRoot);
    QStringList fresh{m_configRoot, folder};
    for (const process::PlaybookFile &file : files) {
        if (!file.builtIn)
            fresh.append(file.path);
    }
    const QStringList watched = m_watcher.files() + m_watcher.directories();
    const QSet<QString> known(watched.begin(), watched.end());
    fresh.erase(std::remove_if(fresh.begin(), fresh.end(), [&](const QString &path) { return known.contains(path); }),
                fresh.end());
    const qsizetype refused = fresh.isEmpty() ? 0 : m_watcher.addPaths(fresh).size();
    if (fresh.size() > refused)
        m_later.start();
}

void PlaybookDesk::read()
{
    if (m_reading.isRunning()) {
        m_again = true;
        return;
    }
    m_again = false;
    m_reading.setFuture(session::answerOf<Files>(
        [builtIn = m_builtInRoot, config = m_configRoot] {
            return std::make_shared<QList<process::PlaybookFile>>(process::readPlaybookFolders(builtIn, config));
        },
        [](auto work) { QThreadPool::globalInstance()->start(std::move(work)); }));
}

void PlaybookDesk::take()
{
    if (m_reading.future().isCanceled() || m_reading.future().resultCount() == 0)
        return;
    QList<ListRule> lists;
    QList<PlaybookText> texts;
    for (const process::PlaybookFile &file : *m_reading.result()) {
        if (file.replaced)
            continue;
        texts.append(playbookTextOf(file));
        if (file.playbook)
            lists.append(file.playbook->toList());
    }
    watch(*m_reading.result());
    m_takeLists(lists);
    m_model.setTexts(texts);
    emit shown();
    if (m_again)
        read();
}

Outcome<void> PlaybookDesk::openFolder()
{
    const QString folder = process::playbookFolder(m_configRoot);
    const auto cannot = [](const QString &text) { return Problem{Problem::Kind::Io, u"folder"_s, text, {}, {}, {}}; };
    if (!QDir().mkpath(folder))
        return cannot(tr("The folder %1 cannot be made. Check that you may write there.").arg(folder));
    m_later.start(); // it is watched from now on
    if (!QDesktopServices::openUrl(QUrl::fromLocalFile(folder)))
        return cannot(tr("No program opens folders here. Put your playbooks into %1.").arg(folder));
    return {};
}

} // namespace fireline::window
