// SPDX-License-Identifier: GPL-3.0-or-later
#include "panelscript.h"

#include "panelrig.h"

#include <QFile>
#include <QHash>

#include <functional>

using namespace Qt::StringLiterals;

namespace fireline::conformance {

namespace {

using Word = std::function<QString(PanelRig &, const QString &)>;

/// Words for parts of the window, by the names of their widgets.
void addParts(QHash<QString, Word> &words)
{
    for (const auto &[word, name] : {std::pair{"strip", "strip"}, std::pair{"told", "messageBar"}, std::pair{"preview", "entry"},
                                     std::pair{"next", "statusLine"}, std::pair{"timeline", "timeline.list"}}) {
        const QString part = QString::fromLatin1(name);
        words.insert(QString::fromLatin1(word), [part](PanelRig &rig, const QString &text) { return rig.elsewhere(part, text); });
        words.insert(u"no-"_s + QString::fromLatin1(word),
                     [part](PanelRig &rig, const QString &text) { return rig.elsewhere(part, text, false); });
    }
}

QHash<QString, Word> makeWords()
{
    QHash<QString, Word> words{
        {u"incident"_s,
         [](PanelRig &rig, const QString &severity) {
             rig.declare(severity);
             return QString();
         }},
        {u"by"_s,
         [](PanelRig &rig, const QString &text) { return rig.happened(text.section(u' ', 0, 0), text.section(u' ', 1)); }},
        {u"attach"_s,
         [](PanelRig &rig, const QString &text) { return rig.attached(text.section(u' ', 0, 0), text.section(u' ', 1)); }},
        {u"wait"_s, [](PanelRig &rig, const QString &text) { return rig.advance(text); }},
        {u"until"_s, [](PanelRig &rig, const QString &text) { return rig.advanceTo(text); }},
        {u"open"_s, [](PanelRig &rig, const QString &text) { return rig.open(text); }},
        {u"command"_s, [](PanelRig &rig, const QString &text) { return rig.command(text); }},
        {u"key"_s, [](PanelRig &rig, const QString &text) { return rig.key(text); }},
        {u"type"_s, [](PanelRig &rig, const QString &text) { return rig.type(text); }},
        {u"enter"_s, [](PanelRig &rig, const QString &text) { return rig.enter(text); }},
        {u"row"_s, [](PanelRig &rig, const QString &text) { return rig.row(text); }},
        {u"tab"_s, [](PanelRig &rig, const QString &text) { return rig.tab(text); }},
        {u"press"_s, [](PanelRig &rig, const QString &text) { return rig.press(text); }},
        {u"choose"_s, [](PanelRig &rig, const QString &text) { return rig.choose(text); }},
        {u"read"_s, [](PanelRig &rig, const QString &text) { return rig.read(text); }},
        {u"paints"_s,
         [](PanelRig &rig, const QString &text) { return rig.paints(text.section(u' ', 0, 0), text.section(u' ', 1)); }},
        {u"nothing-negative"_s, [](PanelRig &rig, const QString &) { return rig.nothingIsNegative(); }},
        {u"shows"_s, [](PanelRig &rig, const QString &text) { return rig.shows(text); }},
        {u"no-shows"_s, [](PanelRig &rig, const QString &text) { return rig.shows(text, false); }},
        {u"tells"_s, [](PanelRig &rig, const QString &text) { return rig.rowShows(text); }},
        {u"no-tells"_s, [](PanelRig &rig, const QString &text) { return rig.rowShows(text, false); }},
        {u"recorded"_s, [](PanelRig &rig, const QString &text) { return rig.recorded(text); }},
        {u"nothing-recorded"_s, [](PanelRig &rig, const QString &) { return rig.recordedNothing(); }},
        {u"look"_s,
         [](PanelRig &rig, const QString &) {
             qInfo("%s", qPrintable(rig.everything()));
             return QString();
         }},
    };
    addParts(words);
    return words;
}

} // namespace

QList<PanelRow> readPanelRows(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("cannot read %s", qPrintable(path));
    QList<PanelRow> rows;
    QHash<QString, QList<PanelStep>> states;
    QList<PanelStep> *steps = nullptr;
    int number = 0;
    for (const QString &raw : QString::fromUtf8(file.readAll()).split(u'\n')) {
        ++number;
        const QString line = raw.trimmed();
        if (line.isEmpty() || line.startsWith(u'#'))
            continue;
        const QString name = line.section(u' ', 1, 1);
        if (line.startsWith("= "_L1)) {
            rows.append({name, line.section(u' ', 2), {}});
            steps = &rows.last().steps;
        } else if (line.startsWith("~ "_L1)) {
            steps = &states[name];
        } else if (!steps) {
            qFatal("%s:%d stands in no row", qPrintable(path), number);
        } else if (line.startsWith("state "_L1)) {
            if (!states.contains(name))
                qFatal("%s:%d: there is no state %s", qPrintable(path), number, qPrintable(name));
            const QList<PanelStep> before = states.value(name);
            steps->append(before);
        } else {
            steps->append({number, line});
        }
    }
    return rows;
}

bool isQuestion(const PanelStep &step)
{
    static const QStringList hands{u"incident"_s, u"by"_s,   u"attach"_s, u"wait"_s, u"until"_s, u"open"_s, u"command"_s,
                                   u"key"_s,      u"type"_s, u"enter"_s,  u"tab"_s,  u"press"_s, u"look"_s};
    return !hands.contains(step.line.section(u' ', 0, 0));
}

QString takeStep(PanelRig &rig, const PanelStep &step)
{
    static const QHash<QString, Word> words = makeWords();
    const QString word = step.line.section(u' ', 0, 0);
    if (!words.contains(word))
        return u"there is no step "_s + word;
    if (word != "incident"_L1 && !rig.isDeclared())
        return u"a row begins with an incident"_s;
    return words.value(word)(rig, step.line.section(u' ', 1));
}

} // namespace fireline::conformance
