// SPDX-License-Identifier: GPL-3.0-or-later
#include "sectionexport.h"

#include "clocks/processnames.h"
#include "report/kindwords.h"
#include "report/reviewblocks.h"
#include "sectiontext.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace fireline::session {

using namespace domain;
using exchange::ExportBlock;
using exchange::ExportRow;

namespace {

class Text
{
    Q_DECLARE_TR_FUNCTIONS(ExportDocument)
};

// The window shows it after every pause in typing.
constexpr int mostRowsShown = 30;
constexpr qsizetype longestShown = 30'000;

QList<ExportRow> rowsOf(const QList<Entry> &entries, const Process &process)
{
    QList<ExportRow> rows;
    for (const Entry &entry : entries)
        rows.append(exportRow(entry, process));
    return rows;
}

} // namespace

ExportRow exportRow(const Entry &entry, const Process &process)
{
    ExportRow row;
    row.id = entry.eventId;
    row.at = entry.at;
    row.recordedAt = entry.recordedAt;
    row.kind = entry.kind;
    row.kindName = kindWord(entry.kind);
    row.text = entry.text;
    row.actor = entry.actor;
    row.role = entry.role;
    row.roleName = entry.role.isEmpty() ? QString() : whoName(entry.role, process);
    row.tags = entry.tags;
    row.pinned = entry.pinned;
    row.corrected = !entry.correctedBy.isEmpty();
    row.retracted = entry.retracted;
    row.imported = entry.imported;
    return row;
}

namespace {

/// That the record holds nothing of it, which is no word on whether there is anything; and what records it.
QString emptyWords(const QString &block, SectionFor whom)
{
    if (whom == SectionFor::Readers)
        return Text::tr("not recorded");
    static const QHash<QString, QString> lines{{u"impact"_s, u"/impact …"_s},
                                               {u"whys"_s, u"/why …"_s},
                                               {u"factors"_s, u"/factor …"_s},
                                               {u"decisions"_s, u"/decision …"_s},
                                               {u"action_items"_s, u"/item …"_s}};
    const QString line = lines.value(block);
    return line.isEmpty() ? Text::tr("not recorded") : Text::tr("not recorded: %1", "a command").arg(line);
}

} // namespace

QList<ExportBlock> sectionBlocks(const QString &section, const IncidentState &state, const Process &process, Instant now,
                                 QStringList &told, SectionFor whom)
{
    QList<ExportBlock> made;
    for (const ReviewBlock &block : reviewBlocks(section, state, process, now)) {
        told.append(block.name);
        if (block.kind == ReviewBlock::Kind::Timeline)
            made.append({ExportBlock::Kind::Rows, {}, {}, rowsOf(chosenRows(state, block.choice), process)});
        else if (block.kind == ReviewBlock::Kind::Lines && !block.lines.isEmpty())
            made.append(
                {block.numbered ? ExportBlock::Kind::Numbered : ExportBlock::Kind::List, {}, block.lines, {}, block.depths});
        else
            made.append({ExportBlock::Kind::Text,
                         block.kind == ReviewBlock::Kind::Lines ? emptyWords(block.name, whom) : block.text,
                         {},
                         {}});
    }
    return made;
}

void addReferences(exchange::ExportReferences &references, const QList<ExportBlock> &blocks, const IncidentState &state,
                   const Process &process)
{
    for (const ExportBlock &block : blocks) {
        for (const QString &target : exchange::referencesIn(block.text)) {
            const Entry *entry = state.entry(target);
            if (!entry)
                continue;
            const QString name = u"E%1"_s.arg(state.entryByEvent.value(entry->eventId) + 1);
            references.rows.insert(target, {name, exportRow(*entry, process), entry->sha256});
        }
    }
}

Pictures picturesOf(const EventStore &store, const IncidentState &state)
{
    Pictures pictures;
    for (const ReviewRecord &review : state.reviews) {
        for (const QJsonValue &section : review.sections) {
            exchange::ExportReferences found;
            addReferences(found, {{ExportBlock::Kind::Text, section.toString(), {}, {}}}, state, {});
            for (const exchange::ExportReference &reference : std::as_const(found.rows)) {
                if (reference.sha256.isEmpty() || pictures.contains(reference.sha256))
                    continue;
                const auto bytes = store.blob(reference.sha256);
                if (bytes && exchange::isPicture(bytes.value()))
                    pictures.insert(reference.sha256, bytes.value());
            }
        }
    }
    return pictures;
}

SectionPreview sectionPreview(const QString &section, const IncidentState &state, const Process &process, Instant now,
                              const Pictures &pictures)
{
    QStringList told;
    const bool cut = section.size() > longestShown;
    const QList<ExportBlock> blocks = sectionBlocks(section.left(longestShown), state, process, now, told, SectionFor::Writer);
    exchange::ExportReferences references;
    references.pictures = pictures;
    addReferences(references, blocks, state, process);
    SectionPreview preview;
    for (const exchange::ExportReference &reference : std::as_const(references.rows)) {
        if (!reference.sha256.isEmpty() && !preview.attachments.contains(reference.sha256))
            preview.attachments.append(reference.sha256);
    }
    preview.html = exchange::blocksHtml(blocks, references, mostRowsShown);
    if (cut)
        preview.html += u"<p>%1</p>"_s.arg(
            Text::tr("The preview ends here. The document will have all of the section.").toHtmlEscaped());
    return preview;
}

} // namespace fireline::session
