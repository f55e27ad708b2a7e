// SPDX-License-Identifier: GPL-3.0-or-later
#include "classify.h"

#include <QRegularExpression>

#include <array>

namespace fireline::exchange {

using namespace Qt::StringLiterals;

namespace {

struct Rule
{
    QString kind;
    QRegularExpression words;
};

QRegularExpression words(const QString &pattern)
{
    return QRegularExpression(pattern, QRegularExpression::CaseInsensitiveOption);
}

} // namespace

QString kindOfText(const QString &text)
{
    // in order: the first that fits wins, the plainest statements first
    static const std::array rules = {
        Rule{u"resolve"_s,
             words(u"^\\W*(incident|issue|outage|problem)?\\s*(is|was|has been|marked)?\\s*(as )?(fully )?(resolved|closed)"
                   u"\\b|\\bincident (is |was |has been )?(marked (as )?|officially )?(resolved|closed)\\b|\\ball clear\\b"_s)},
        Rule{u"hypothesis"_s,
             words(u"\\b(hypothes[ie]s|suspect(s|ed)?|theor(y|ised|ized)|might be (caused|related)|suspicion)\\b"_s)},
        Rule{u"decision"_s, words(u"\\b(decided|decision (was )?(made|taken)|decide[sd]? to|agreed to)\\b"_s)},
        Rule{u"page"_s, words(u"\\b(is|was|were|gets?|got) paged\\b|\\bpaged (the )?(on-?call|engineer|team)"_s)},
        Rule{u"report"_s,
             words(u"\\b(users?|customers?|clients?|developers?|tenants?|teams?) (\\w+ )?(report(s|ed)?|complain(s|ed)?|rai"
                   u"sed)\\b|\\breported by\\b|\\bincoming report\\b|\\breports? (that|of) (users?|customers?)"_s)},
        Rule{u"alert"_s,
             words(u"\\b(alerts?|alarms?|monitors?|pages?) (\\w+ )?(fires?|fired|trigger(s|ed)?|went off|received)\\b|\\b(f"
                   u"irst )?alert (indicating|regarding|received)\\b|^\\W*(critical|high priority|automatic) (alert|alarm)"_s)},
        Rule{u"status"_s,
             words(u"\\bstatus ?page\\b|\\b(users?|customers?|community) (were |was |are |is )?(informed|notified|updated|t"
                   u"old)\\b|\\b(update|comms|message) (was )?(sent|posted|went)\\b|^\\W*tweet"_s)},
        Rule{u"mitigation"_s,
             words(u"\\b(roll(ed|s|ing)? ?back|rollback|revert(ed|s|ing)?|mitigat(ed|es|ion)|fail(ed)? ?over|hot ?fix(ed)?|"
                   u"(permanent |manual |potential )?fix (was |is )?(deployed|applied|rolled out))\\b"_s)},
        Rule{u"finding"_s,
             words(u"\\b(found|finds|identified|identifies|discovered|noticed?|notices|realis?z?ed?|confirm(s|ed)|root caus"
                   u"e|determined|verified)\\b"_s)},
        Rule{u"action"_s,
             words(u"\\b(restart(ed|s)?|delet(ed|es)|drain(ed|s)?|cordon(ed|s)?|deploy(ed|s)?|appl(ied|ies)|increased?|scal"
                   u"ed|bumped|merged|updated?|removed|disabled|enabled|started|runs?|ran|investigation (starts|started|begins"
                   u"|launched)|raised)\\b"_s)},
    };
    const QString head = text.section(u'\n', 0, 0).left(200);
    if (head.size() < 4)
        return u"note"_s;
    for (const Rule &rule : rules) {
        if (rule.words.match(head).hasMatch())
            return rule.kind;
    }
    return u"note"_s;
}

QString kindOfWord(const QString &word, QStringList &tags)
{
    static const QStringList known = {
        u"note"_s,       u"finding"_s,  u"todo"_s,       u"action"_s,     u"ask"_s,    u"hypothesis"_s, u"change"_s,
        u"mitigation"_s, u"decision"_s, u"poll"_s,       u"impact"_s,     u"alert"_s,  u"report"_s,     u"severity"_s,
        u"phase"_s,      u"role"_s,     u"handover"_s,   u"status"_s,     u"page"_s,   u"check"_s,      u"flag"_s,
        u"rootcause"_s,  u"resolve"_s,  u"correction"_s, u"attachment"_s, u"review"_s, u"system"_s};
    const QString plain = word.trimmed().toLower().left(60);
    if (plain.isEmpty())
        return {};
    if (known.contains(plain))
        return plain;
    struct Other
    {
        const char16_t *word;
        const char16_t *kind;
    };
    static constexpr std::array others = {
        Other{u"comms", u"status"},
        Other{u"communication", u"status"},
        Other{u"status update", u"status"},
        Other{u"update", u"status"},
        Other{u"declare", u"note"},
        Other{u"declared", u"note"},
        Other{u"resolved", u"resolve"},
        Other{u"closed", u"resolve"},
        Other{u"investigating", u"status"},
        Other{u"identified", u"status"},
        Other{u"monitoring", u"status"},
        Other{u"postmortem", u"review"},
        Other{u"fix", u"mitigation"},
        Other{u"escalation", u"page"},
        Other{u"detection", u"alert"},
        Other{u"root cause", u"rootcause"},
        Other{u"log", u"note"},
        Other{u"event", u"note"},
        Other{u"comment", u"note"},
    };
    for (const Other &other : others) {
        if (plain != QStringView(other.word))
            continue;
        if (plain != u"log" && plain != u"event" && plain != u"comment")
            tags += plain;
        return QStringView(other.kind).toString();
    }
    tags += plain;
    return u"note"_s;
}

} // namespace fireline::exchange
