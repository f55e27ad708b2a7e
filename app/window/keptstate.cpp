// SPDX-License-Identifier: GPL-3.0-or-later
#include "keptstate.h"

#include "keptpictures.h"
#include "paneldrafts.h"
#include "takeanswer.h"

#include <QFile>

namespace fireline::window {

namespace {

constexpr qint64 longestKept = 1024 * 1024;

QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.read(longestKept) : QByteArray();
}

} // namespace

KeptLook readLook(const QString &stateDir, const QString &configDir)
{
    KeptLook look;
    look.snippets.emplace(configDir);
    if (stateDir.isEmpty())
        return look;
    look.layout = bytesOf(stateDir + layoutFile);
    look.filters = bytesOf(stateDir + filtersFile);
    look.recent = bytesOf(stateDir + recentFile);
    look.guideHidden = bytesOf(stateDir + guideFile) == "hidden";
    return look;
}

KeptWords readWords(const QString &stateDir, const QString &incident, const QString &path)
{
    if (stateDir.isEmpty())
        return {};
    const QString unopened = DraftKeeper::keyOf(path);
    const KeptPictures::Left pictures = KeptPictures::left(stateDir, incident);
    return {DraftKeeper::left(stateDir, incident),
            DraftKeeper::left(stateDir, unopened).waiting,
            PanelDrafts::readAll(stateDir, incident),
            SentLines::left(stateDir, incident) + pictures.lines,
            SentLines::left(stateDir, unopened),
            pictures.files,
            {}};
}

void askTheFile(QObject *owner, const session::OpenedIncident &opened, const KeptWords &words,
                std::function<void(const KeptWords &)> take)
{
    QSet<QString> wanted;
    for (const SentLine &sent : words.sent) {
        if (!sent.isIn(opened.session->state(), {}))
            wanted.unite(QSet<QString>(sent.events.begin(), sent.events.end()));
    }
    if (wanted.isEmpty())
        return take(words);
    const auto look = opened.store->run<QSet<QString>>([store = opened.store, wanted] {
        QSet<QString> found;
        // Where the file cannot be read to its end, what was not found is offered: twice in the record is better than not at all.
        (void)store->read(0, [&](qint64, const domain::Event &event) {
            if (wanted.contains(event.id))
                found.insert(event.id);
            return found.size() < wanted.size();
        });
        return found;
    });
    takeAnswer(owner, look, [words, take = std::move(take)](const QSet<QString> &found) {
        KeptWords known = words;
        known.recorded = found;
        take(known);
    });
}

} // namespace fireline::window
