// SPDX-License-Identifier: GPL-3.0-or-later
#include "yamlnode.h"

#include <QCoreApplication>
#include <QSet>
#include <QStringDecoder>

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/mark.h>
#include <yaml-cpp/parser.h>

#include <exception>
#include <sstream>

using namespace Qt::StringLiterals;

namespace fireline::process {

const YamlNode *YamlNode::find(QStringView key) const
{
    for (std::size_t i = 0; i < keys.size(); ++i) {
        if (keys[i].text == key)
            return &items[i];
    }
    return nullptr;
}

namespace {

class Text
{
    Q_DECLARE_TR_FUNCTIONS(YamlReader)
};

/// Thrown to leave the parser at a limit; never leaves this file.
struct Stop
{
};

class TreeBuilder : public YAML::EventHandler
{
public:
    TreeBuilder(const QByteArray &bytes, const QString &fileName, QList<Finding> &findings, const YamlLimits &limits)
        : m_lines(bytes.split('\n'))
        , m_file(fileName)
        , m_findings(findings)
        , m_limits(limits)
    {
    }

    YamlNode root;
    int documents = 0;

    void OnDocumentStart(const YAML::Mark &mark) override
    {
        if (++documents > 1) {
            add(place(mark), u"several-documents"_s, Text::tr("A second document begins here."),
                Text::tr("Keep one document in a file: remove the line \"---\"."));
            throw Stop();
        }
    }
    void OnDocumentEnd() override { }

    void OnNull(const YAML::Mark &mark, YAML::anchor_t anchor) override
    {
        refuseAnchor(mark, anchor);
        take(node(YamlNode::Type::Null, mark));
    }
    void OnAlias(const YAML::Mark &mark, YAML::anchor_t) override
    {
        add(place(mark), u"alias"_s, Text::tr("An alias (*name) is not taken here."), Text::tr("Write the content out."));
        take(node(YamlNode::Type::Null, mark));
    }
    void OnScalar(const YAML::Mark &mark, const std::string &tag, YAML::anchor_t anchor, const std::string &value) override
    {
        refuseAnchor(mark, anchor);
        refuseTag(mark, tag);
        YamlNode scalar = node(YamlNode::Type::Scalar, mark);
        scalar.text = QString::fromUtf8(value.data(), qsizetype(value.size()));
        scalar.quoted = tag == "!";
        take(std::move(scalar));
    }
    void OnSequenceStart(const YAML::Mark &mark, const std::string &tag, YAML::anchor_t anchor,
                         YAML::EmitterStyle::value) override
    {
        refuseAnchor(mark, anchor);
        refuseTag(mark, tag);
        open(node(YamlNode::Type::List, mark));
    }
    void OnSequenceEnd() override { close(); }
    void OnMapStart(const YAML::Mark &mark, const std::string &tag, YAML::anchor_t anchor, YAML::EmitterStyle::value) override
    {
        refuseAnchor(mark, anchor);
        refuseTag(mark, tag);
        open(node(YamlNode::Type::Map, mark));
    }
    void OnMapEnd() override { close(); }

    YamlNode place(const YAML::Mark &mark) const
    {
        YamlNode at;
        at.line = mark.line + 1;
        // The parser counts bytes; people and editors count characters.
        const QByteArray line = mark.line >= 0 && mark.line < m_lines.size() ? m_lines.at(mark.line) : QByteArray();
        // Marks mostly go forward, so that counting on from the last one keeps long lines cheap.
        if (mark.line != m_lastLine || mark.column < m_lastByte) {
            m_lastLine = mark.line;
            m_lastByte = 0;
            m_lastColumn = 1;
        }
        for (; m_lastByte < mark.column && m_lastByte < line.size(); ++m_lastByte)
            m_lastColumn += (static_cast<unsigned char>(line.at(m_lastByte)) & 0xC0) != 0x80 ? 1 : 0;
        at.column = m_lastColumn;
        return at;
    }

    void add(const YamlNode &at, const QString &code, const QString &text, const QString &remedy)
    {
        m_findings.append({Finding::Grade::Fault, code, text, remedy, {}, m_file, at.line, at.column});
    }

private:
    YamlNode node(YamlNode::Type type, const YAML::Mark &mark)
    {
        YamlNode made = place(mark);
        made.type = type;
        if (++m_nodes > m_limits.nodes) {
            add(made, u"too-many-nodes"_s, Text::tr("The file has more than %1 values.").arg(m_limits.nodes),
                Text::tr("Split it."));
            throw Stop();
        }
        return made;
    }

    void open(YamlNode made)
    {
        if (int(m_open.size()) >= m_limits.depth) {
            add(made, u"too-deep"_s, Text::tr("Nested deeper than %1 levels.").arg(m_limits.depth),
                Text::tr("Check the indentation and brackets above."));
            throw Stop();
        }
        m_open.push_back(std::move(made));
        m_seen.emplace_back();
    }

    void close()
    {
        YamlNode done = std::move(m_open.back());
        m_open.pop_back();
        m_seen.pop_back();
        take(std::move(done));
    }

    void take(YamlNode done)
    {
        if (m_open.empty()) {
            root = std::move(done);
            return;
        }
        YamlNode &parent = m_open.back();
        if (parent.isMap() && parent.keys.size() == parent.items.size())
            takeKey(parent, std::move(done));
        else
            parent.items.push_back(std::move(done));
    }

    void takeKey(YamlNode &map, YamlNode key)
    {
        if (!key.isScalar()) {
            add(key, u"bad-key"_s, Text::tr("A key must be a word."),
                Text::tr("Write \"key: value\"; put text that begins with { or [ in quotes."));
            key.text.clear();
        } else if (m_seen.back().contains(key.text)) {
            const YamlNode *first = nullptr;
            for (const YamlNode &earlier : map.keys) {
                if (earlier.text == key.text)
                    first = &earlier;
            }
            add(key, u"duplicate-key"_s, Text::tr("The key \"%1\" is given twice.").arg(key.text),
                Text::tr("Remove one; the first is in line %1.").arg(first ? first->line : 0));
        }
        m_seen.back().insert(key.text);
        map.keys.push_back(std::move(key));
    }

    void refuseAnchor(const YAML::Mark &mark, YAML::anchor_t anchor)
    {
        if (anchor != YAML::NullAnchor)
            add(place(mark), u"anchor"_s, Text::tr("An anchor (&name) is not taken here."),
                Text::tr("Write the content out where it is needed."));
    }

    void refuseTag(const YAML::Mark &mark, const std::string &tag)
    {
        if (!tag.empty() && tag != "?" && tag != "!")
            add(place(mark), u"tag"_s, Text::tr("A tag (!name) is not taken here."),
                Text::tr("Remove it; put text that begins with ! in quotes."));
    }

    QList<QByteArray> m_lines;
    QString m_file;
    QList<Finding> &m_findings;
    YamlLimits m_limits;
    std::vector<YamlNode> m_open;
    std::vector<QSet<QString>> m_seen;
    int m_nodes = 0;
    mutable int m_lastLine = -1;
    mutable int m_lastByte = 0;
    mutable int m_lastColumn = 1;
};

/// Size, line length, encoding, control characters: looked at before the parser sees a byte.
bool bytesAreSane(const QByteArray &bytes, const QString &fileName, QList<Finding> &findings, const YamlLimits &limits)
{
    const auto refuse = [&](const QString &code, const QString &text, const QString &remedy, int line = 0, int column = 0) {
        findings.append({Finding::Grade::Fault, code, text, remedy, {}, fileName, line, column});
        return false;
    };
    if (bytes.size() > limits.bytes)
        return refuse(u"too-large"_s, Text::tr("The file is larger than %1 KiB.").arg(limits.bytes / 1024),
                      Text::tr("Shorten or split it."));
    int line = 1;
    int column = 0;
    for (const char c : bytes) {
        const auto byte = static_cast<unsigned char>(c);
        ++column;
        if (byte == '\n') {
            ++line;
            column = 0;
        } else if ((byte < 0x20 && byte != '\t' && byte != '\r') || byte == 0x7f) {
            return refuse(u"control-character"_s, Text::tr("There is a control character (code %1).").arg(byte),
                          Text::tr("Remove it."), line, column);
        } else if (column > limits.lineBytes) {
            return refuse(u"line-too-long"_s, Text::tr("The line is longer than %1 bytes.").arg(limits.lineBytes),
                          Text::tr("Break it."), line);
        }
    }
    QStringDecoder decoder(QStringDecoder::Utf8);
    const QString decoded = decoder(bytes);
    if (decoder.hasError())
        return refuse(u"not-utf8"_s, Text::tr("The file is not UTF-8 text."), Text::tr("Save it as UTF-8."),
                      int(decoded.left(qMax(qsizetype(0), decoded.indexOf(QChar::ReplacementCharacter))).count(u'\n')) + 1);
    return true;
}

} // namespace

std::optional<YamlNode> parseYaml(const QByteArray &bytes, const QString &fileName, QList<Finding> &findings,
                                  const YamlLimits &limits)
{
    if (!bytesAreSane(bytes, fileName, findings, limits))
        return std::nullopt;
    TreeBuilder builder(bytes, fileName, findings, limits);
    try {
        std::istringstream stream(bytes.toStdString());
        YAML::Parser parser(stream);
        while (parser.HandleNextDocument(builder)) { }
    } catch (const Stop &) {
        return std::nullopt;
    } catch (const YAML::Exception &e) {
        builder.add(builder.place(e.mark), u"syntax"_s, Text::tr("This is not YAML."),
                    Text::tr("Look at the indentation, quotes and brackets here and in the line above."));
        return std::nullopt;
    } catch (const std::exception &) {
        builder.add({}, u"syntax"_s, Text::tr("This is not YAML."), Text::tr("Look at the indentation, quotes and brackets."));
        return std::nullopt;
    }
    return std::move(builder.root);
}

} // namespace fireline::process
