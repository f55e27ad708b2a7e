// SPDX-License-Identifier: GPL-3.0-or-later
#include "playbook.h"

#include "mapreader.h"

#include <QRegularExpression>
#include <QStringDecoder>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace fireline::domain;

namespace fireline::process {

namespace {

class Text
{
    Q_DECLARE_TR_FUNCTIONS(PlaybookReader)
};

constexpr qsizetype maximumBytes = 256 * 1024;
constexpr int maximumSteps = 300;
constexpr qsizetype maximumText = 2000;
constexpr qsizetype maximumParts = 2000;
constexpr qsizetype maximumParagraphs = 8000; // characters of one part
constexpr int maximumLevel = 6;

/// What turns the order of letters around, or is no letter at all, would show another command than is copied.
QString harmless(QString text)
{
    for (QChar &c : text) {
        const char16_t code = c.unicode();
        const bool turns = (code >= 0x202A && code <= 0x202E) || (code >= 0x2066 && code <= 0x2069);
        const bool controls = c.category() == QChar::Other_Control && c != u'\n' && c != u'\r' && c != u'\t';
        if (turns || controls)
            c = QChar::ReplacementCharacter;
    }
    return text;
}

int depthOf(const QString &line)
{
    int columns = 0;
    for (const QChar c : line) {
        if (c != u' ' && c != u'\t')
            break;
        columns += c == u'\t' ? 4 : 1;
    }
    return std::min(columns / 2, maximumLevel);
}

bool isFence(const QString &line)
{
    return line.startsWith(u"```") || line.startsWith(u"~~~");
}

class PlaybookReader
{
public:
    PlaybookReader(const QByteArray &bytes, const QString &fileName, QList<Finding> &findings)
        : m_bytes(bytes)
        , m_file(fileName)
        , m_reader(fileName, findings)
    {
        m_playbook.fileName = fileName;
    }

    Playbook read()
    {
        const int body = frontMatter();
        const QStringList lines = harmless(QString::fromUtf8(m_bytes)).split(u'\n');
        for (int i = body; i < lines.size(); ++i) {
            QString line = lines.at(i);
            if (line.endsWith(u'\r'))
                line.chop(1);
            takeLine(line, i + 1);
        }
        if (m_inCode)
            addPart({PlaybookPart::Kind::Code, m_code.join(u'\n').trimmed(), 0, 0, m_codeLine});
        if (m_inCode)
            m_reader.faultAt(m_codeLine, 0, u"not-closed"_s, Text::tr("A code block is not closed."),
                             Text::tr("Close it with the line that opened it."));
        if (m_playbook.steps.isEmpty())
            m_reader.faultAt(0, 0, u"no-steps"_s, Text::tr("The playbook has no steps."),
                             Text::tr("Write them as list items below a heading."));
        return m_playbook;
    }

    [[nodiscard]] const QList<PlaybookPart> &parts() const { return m_parts; }

private:
    /// Index of the first line behind it.
    int frontMatter()
    {
        const QList<QByteArray> lines = m_bytes.split('\n');
        const auto isRule = [&](qsizetype i) { return lines.at(i).trimmed() == "---"; };
        qsizetype end = 1;
        while (end < lines.size() && !isRule(end))
            ++end;
        if (!isRule(0) || end == lines.size()) {
            m_reader.faultAt(
                1, 0, u"no-front-matter"_s, Text::tr("The playbook does not say its id and title."),
                Text::tr("Begin it with a line \"---\", the lines \"id: …\" and \"title: …\" and another line \"---\"."));
            return 0;
        }
        // An empty line stands for the rule above, so that line numbers stay those of the file.
        const QByteArray yaml = '\n' + lines.mid(1, end - 1).join('\n') + '\n';
        QList<Finding> faults;
        const auto root = parseYaml(yaml, m_file, faults);
        for (const Finding &fault : faults)
            m_reader.faultAt(fault.line, fault.column, fault.code, fault.text, fault.remedy);
        if (root)
            header(*root);
        return int(end) + 1;
    }

    void header(const YamlNode &root)
    {
        MapReader map(m_reader, root);
        m_playbook.id = map.needId(u"id"_s);
        m_playbook.title = map.needText(u"title"_s);
        if (const YamlNode *start = map.take(u"start"_s))
            m_playbook.start = m_reader.cond(*start);
        m_playbook.tags = map.texts(u"tags"_s);
        m_playbook.symptoms = map.texts(u"symptoms"_s);
        m_playbook.replaces = map.text(u"replaces"_s);
        map.finish();
    }

    void takeLine(const QString &line, int number)
    {
        const QString trimmed = line.trimmed().left(maximumText * 2);
        if (isFence(trimmed)) {
            if (m_inCode && trimmed.startsWith(m_fence))
                endCode();
            else if (!m_inCode)
                beginCode(trimmed, number);
            else
                m_code.append(line);
            return;
        }
        if (m_inCode) {
            m_code.append(line);
            return;
        }
        static const QRegularExpression heading(u"^(#{1,6})\\s+(.+?)\\s*#*$"_s);
        static const QRegularExpression label(u"^\\*\\*([^*]+?)\\*\\*\\s*:?\\s*(.*)$"_s);
        static const QRegularExpression item(u"^(?:[-*+]|\\d{1,3}[.)])\\s+(?:\\[[ xX]\\]\\s+)?(.+)$"_s);
        if (const auto m = heading.match(trimmed); m.hasMatch()) {
            beginSection(m.captured(2));
            addPart({PlaybookPart::Kind::Heading, m_section, int(m.capturedLength(1)), 0, number});
        } else if (const auto step = item.match(trimmed); step.hasMatch()) {
            addStep(step.captured(1), number, depthOf(line));
        } else if (const auto bold = label.match(trimmed); bold.hasMatch()) {
            beginSection(bold.captured(1));
            addPart({PlaybookPart::Kind::Heading, m_section, 3, 0, number});
            if (!bold.captured(2).isEmpty())
                addStep(bold.captured(2), number);
        } else if (trimmed.isEmpty()) {
            m_continues = false;
            m_paragraph = false;
        } else if (m_continues) {
            continueStep(trimmed);
        } else {
            addText(trimmed, number);
        }
    }

    void beginSection(QString name)
    {
        if (name.endsWith(u':'))
            name.chop(1);
        m_section = name.left(80);
        m_continues = false;
    }

    [[nodiscard]] bool inSymptoms() const { return m_section.startsWith(u"symptom", Qt::CaseInsensitive); }

    void addPart(const PlaybookPart &part)
    {
        if (m_parts.size() == maximumParts)
            m_reader.faultAt(part.line, 0, u"too-many-parts"_s,
                             Text::tr("The playbook has more than %1 headings and paragraphs.").arg(maximumParts),
                             Text::tr("Split it."));
        if (m_parts.size() <= maximumParts)
            m_parts.append(part);
        m_paragraph = part.kind == PlaybookPart::Kind::Text;
    }

    /// Lines of a paragraph stay lines: they may be those of a table.
    void addText(const QString &text, int number)
    {
        const bool after = !m_parts.isEmpty() && m_parts.last().kind == PlaybookPart::Kind::Text;
        if (!after || m_parts.last().text.size() + text.size() > maximumParagraphs)
            return addPart({PlaybookPart::Kind::Text, text.left(maximumParagraphs), 0, 0, number});
        m_parts.last().text += (m_paragraph ? u"\n"_s : u"\n\n"_s) + text;
        m_paragraph = true;
    }

    void addStep(const QString &text, int number, int level = 0)
    {
        m_continues = true;
        if (inSymptoms()) {
            m_playbook.symptoms.append(text.left(maximumText));
            addText(u"- "_s + text.left(maximumText), number);
            return;
        }
        if (m_playbook.steps.size() == maximumSteps)
            m_reader.faultAt(number, 0, u"too-many-steps"_s, Text::tr("The playbook has more than %1 steps.").arg(maximumSteps),
                             Text::tr("Split it."));
        if (m_playbook.steps.size() > maximumSteps)
            return;
        m_playbook.steps.append({m_section, text.left(maximumText), {}, number});
        addPart({PlaybookPart::Kind::Step, text.left(maximumText), level, int(m_playbook.steps.size()), number});
    }

    void continueStep(const QString &text)
    {
        QString *open = inSymptoms() ? (m_playbook.symptoms.isEmpty() ? nullptr : &m_playbook.symptoms.last())
                                     : (m_playbook.steps.isEmpty() ? nullptr : &m_playbook.steps.last().text);
        if (open && open->size() + text.size() < maximumText)
            *open += u' ' + text;
        else
            return;
        if (!m_parts.isEmpty() && m_parts.last().kind != PlaybookPart::Kind::Heading)
            m_parts.last().text += u' ' + text;
    }

    void beginCode(const QString &fence, int number)
    {
        m_inCode = true;
        m_fence = fence.left(3);
        m_codeLine = number;
        m_code.clear();
    }

    void endCode()
    {
        m_inCode = false;
        QString code = m_code.join(u'\n').trimmed().left(maximumText * 4);
        if (code.isEmpty())
            return;
        // A command of its own, without a step above it in its section, is a step.
        if (m_playbook.steps.isEmpty() || m_playbook.steps.last().section != m_section)
            addStep(Text::tr("Run: %1").arg(code.section(u'\n', 0, 0)), m_codeLine);
        const bool apart = m_playbook.steps.isEmpty() || inSymptoms();
        addPart({PlaybookPart::Kind::Code, code, 0, apart ? 0 : int(m_playbook.steps.size()), m_codeLine});
        if (apart)
            return;
        QString &run = m_playbook.steps.last().run;
        run = run.isEmpty() ? code : run + u'\n' + code;
        m_continues = false;
    }

    const QByteArray &m_bytes;
    QString m_file;
    Reader m_reader;
    Playbook m_playbook;
    QString m_section;
    QString m_fence;
    QStringList m_code;
    int m_codeLine = 0;
    bool m_inCode = false;
    bool m_continues = false;
    QList<PlaybookPart> m_parts;
    bool m_paragraph = false; ///< the last line was one of a text
};

} // namespace

ListRule Playbook::toList() const
{
    ListRule list;
    list.rule.id = u"playbook."_s + id;
    list.rule.kind = RuleKind::List;
    list.rule.say = title;
    list.use = ListUse::Playbook;
    list.order = ListOrder::Shown;
    // Without a start condition it is never offered by itself: nothing is nothing, so this never holds.
    list.start = start.value_or(Cond{{}, {}, {Cond()}});
    for (const PlaybookStep &step : steps) {
        ListItem item;
        item.text = step.text;
        item.section = step.section;
        item.run = step.run;
        item.line = step.line;
        list.items.append(item);
    }
    return list;
}

PlaybookReading readPlaybook(const QByteArray &bytes, const QString &fileName)
{
    PlaybookReading reading;
    const auto refuse = [&](const QString &code, const QString &text, const QString &remedy) {
        reading.findings.append({Finding::Grade::Fault, code, text, remedy, {}, fileName, 0, 0});
        return reading;
    };
    if (bytes.size() > maximumBytes)
        return refuse(u"too-large"_s, Text::tr("The playbook is larger than %1 KiB.").arg(maximumBytes / 1024),
                      Text::tr("Split it."));
    QStringDecoder decoder(QStringDecoder::Utf8);
    const QString decoded = decoder(bytes);
    if (decoder.hasError() || decoded.contains(QChar(0)))
        return refuse(u"not-utf8"_s, Text::tr("The playbook is not UTF-8 text."), Text::tr("Save it as UTF-8."));
    PlaybookReader reader(bytes, fileName, reading.findings);
    Playbook playbook = reader.read();
    reading.parts = reader.parts();
    if (!hasFaults(reading.findings))
        reading.playbook = std::move(playbook);
    return reading;
}

} // namespace fireline::process
