// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/markup.h"

#include <QByteArray>
#include <QStringList>

#include <md4c-html.h>
#include <md4c.h>

using namespace Qt::StringLiterals;

namespace fireline::views {

namespace {

constexpr unsigned dialect = MD_FLAG_NOHTML | MD_FLAG_PERMISSIVEAUTOLINKS | MD_FLAG_STRIKETHROUGH | MD_FLAG_TABLES;

/// Slack's text as it grows, while Markdown is read piece by piece.
struct SlackText
{
    QString text;
    QStringList bullets; ///< of the lists that are open
    int quotes = 0;

    void startLine()
    {
        if (!text.isEmpty() && !text.endsWith(u'\n'))
            text += u'\n';
    }
    void startParagraph()
    {
        startLine();
        if (!text.isEmpty() && !text.endsWith(u"\n\n"_s))
            text += u'\n';
    }
};

QString spoken(const MD_CHAR *bytes, MD_SIZE size)
{
    QString text = QString::fromUtf8(bytes, qsizetype(size));
    return text.replace(u'&', u"&amp;"_s).replace(u'<', u"&lt;"_s).replace(u'>', u"&gt;"_s);
}

int enterBlock(MD_BLOCKTYPE type, void *detail, void *user)
{
    SlackText &slack = *static_cast<SlackText *>(user);
    switch (type) {
    case MD_BLOCK_UL: slack.bullets.append(u"• "_s); break;
    case MD_BLOCK_OL: slack.bullets.append(QString::number(static_cast<MD_BLOCK_OL_DETAIL *>(detail)->start)); break;
    case MD_BLOCK_LI: {
        slack.startLine();
        QString &bullet = slack.bullets.last();
        const int number = bullet.toInt();
        slack.text += QString(2 * (slack.bullets.size() - 1), u' ') + (number ? bullet + u". "_s : bullet);
        if (number)
            bullet = QString::number(number + 1);
        break;
    }
    case MD_BLOCK_H: slack.startParagraph(), slack.text += u'*'; break;
    case MD_BLOCK_CODE: slack.startParagraph(), slack.text += u"```\n"_s; break;
    case MD_BLOCK_QUOTE: slack.startParagraph(), slack.text += u"> "_s; break;
    case MD_BLOCK_P:
        if (slack.bullets.isEmpty() && !slack.text.endsWith(u"> "_s))
            slack.startParagraph();
        break;
    default: break;
    }
    return 0;
}

int leaveBlock(MD_BLOCKTYPE type, void *, void *user)
{
    SlackText &slack = *static_cast<SlackText *>(user);
    switch (type) {
    case MD_BLOCK_UL:
    case MD_BLOCK_OL: slack.bullets.removeLast(); break;
    case MD_BLOCK_H: slack.text += u'*'; break;
    case MD_BLOCK_CODE: slack.text += u"```"_s; break;
    case MD_BLOCK_TD:
    case MD_BLOCK_TH: slack.text += u' '; break;
    case MD_BLOCK_TR: slack.text += u'\n'; break;
    default: break;
    }
    return 0;
}

QString markOf(MD_SPANTYPE type)
{
    switch (type) {
    case MD_SPAN_STRONG: return u"*"_s;
    case MD_SPAN_EM: return u"_"_s;
    case MD_SPAN_DEL: return u"~"_s;
    case MD_SPAN_CODE: return u"`"_s;
    default: return {};
    }
}

int enterSpan(MD_SPANTYPE type, void *detail, void *user)
{
    SlackText &slack = *static_cast<SlackText *>(user);
    slack.text += markOf(type);
    if (type == MD_SPAN_A) {
        const MD_ATTRIBUTE &address = static_cast<MD_SPAN_A_DETAIL *>(detail)->href;
        slack.text += u'<' + spoken(address.text, address.size) + u'|';
    }
    return 0;
}

int leaveSpan(MD_SPANTYPE type, void *, void *user)
{
    SlackText &slack = *static_cast<SlackText *>(user);
    slack.text += type == MD_SPAN_A ? u">"_s : markOf(type);
    return 0;
}

int takeText(MD_TEXTTYPE type, const MD_CHAR *bytes, MD_SIZE size, void *user)
{
    SlackText &slack = *static_cast<SlackText *>(user);
    if (type == MD_TEXT_BR || type == MD_TEXT_SOFTBR)
        slack.text += u'\n';
    else
        slack.text += spoken(bytes, size);
    return 0;
}

} // namespace

QString markdownOf(const QString &text)
{
    QStringList lines = text.split(u'\n');
    for (qsizetype i = 0; i + 1 < lines.size(); ++i) {
        const bool breaks = !lines.at(i).trimmed().isEmpty() && !lines.at(i + 1).trimmed().isEmpty();
        if (breaks)
            lines[i] += u"  "_s;
    }
    return lines.join(u'\n');
}

QString htmlOf(const QString &markdown)
{
    QByteArray html;
    const QByteArray bytes = markdown.toUtf8();
    const auto take = [](const MD_CHAR *text, MD_SIZE size, void *user) {
        static_cast<QByteArray *>(user)->append(text, qsizetype(size));
    };
    md_html(bytes.constData(), MD_SIZE(bytes.size()), take, &html, dialect, 0);
    return QString::fromUtf8(html);
}

QString slackOf(const QString &markdown)
{
    SlackText slack;
    const QByteArray bytes = markdown.toUtf8();
    const MD_PARSER parser{0, dialect, enterBlock, leaveBlock, enterSpan, leaveSpan, takeText, nullptr, nullptr};
    md_parse(bytes.constData(), MD_SIZE(bytes.size()), &parser, &slack);
    return slack.text.trimmed();
}

} // namespace fireline::views
