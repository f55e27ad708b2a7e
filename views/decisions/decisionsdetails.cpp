// SPDX-License-Identifier: GPL-3.0-or-later
#include "decisions/decisionsdetails.h"

#include "decisions/decisionsdelegate.h"
#include "decisions/decisionsroles.h"
#include "text/timedisplay.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace fireline::views {

namespace d = models::decisions;

namespace {

class Text
{
    Q_DECLARE_TR_FUNCTIONS(DecisionsDetails)
};

/// Writes lines of a name and a value, those with a value alone.
class Page
{
public:
    Page(const QModelIndex &index, const TimeDisplay &times) : m_index(index), m_times(times) { }

    void line(const QString &name, const QString &value)
    {
        if (!value.isEmpty())
            m_html += u"<p dir=\"auto\"><b>%1</b> %2</p>"_s.arg(name.toHtmlEscaped(), value.toHtmlEscaped());
    }
    void line(const QString &name, d::Role role) { line(name, m_index.data(role).toString()); }
    void time(const QString &name, d::Role role)
    {
        const domain::Instant at{m_index.data(role).toLongLong()};
        if (at.isSet())
            line(name, m_times.full(at));
    }
    void flag(const QString &text, d::Role role)
    {
        if (m_index.data(role).toBool())
            line(text, u" "_s);
    }
    [[nodiscard]] QString html() const { return m_html; }

private:
    QModelIndex m_index;
    const TimeDisplay &m_times;
    QString m_html;
};

void addObjections(Page &page, const QModelIndex &index)
{
    if (index.data(d::PollRole).toString().isEmpty())
        return;
    page.line(Text::tr("Objections were asked for in:"), d::PollRole);
    page.line(Text::tr("Who answered:"), Text::tr("%n people", nullptr, index.data(d::AnsweredRole).toInt()));
    const QStringList objections = index.data(d::ObjectionsRole).toStringList();
    for (qsizetype i = 0; i + 1 < objections.size(); i += 2)
        page.line(Text::tr("%1 objects:").arg(objections.at(i)), objections.at(i + 1));
    if (objections.isEmpty())
        page.line(Text::tr("Objections:"), Text::tr("none"));
}

} // namespace

QString decisionsDetails(const QModelIndex &index, const TimeDisplay &times)
{
    const int kind = index.data(d::KindRole).toInt();
    if (!index.isValid() || kind == d::Heading)
        return {};
    Page page(index, times);
    page.line(index.data(d::IdRole).toString(), index.data().toString());
    if (kind != d::Option)
        page.line(Text::tr("State:"), decisionStateText(index.data(d::StateRole).toInt()));
    page.line(Text::tr("Said by:"), d::WhoRole);
    page.time(Text::tr("When:"), d::AtRole);
    page.line(Text::tr("Test:"), d::HowRole);
    page.line(Text::tr("Who tests:"), d::TesterRole);
    page.line(Text::tr("It shows in:"), d::EvidenceRole);
    if (const QString ref = index.data(d::EvidenceRefRole).toString(); !ref.isEmpty())
        page.line(Text::tr("Evidence %1:").arg(ref), d::EvidenceTextRole);
    page.line(Text::tr("Because:"), d::WhyRole);
    page.time(Text::tr("Look at it again:"), d::RevisitRole);
    page.line(Text::tr("Replaces:"), d::ReplacesRole);
    page.line(Text::tr("Replaced by:"), d::ReplacedByRole);
    addObjections(page, index);
    if (kind == d::Decision)
        page.line(Text::tr("Can it be taken back?"),
                  index.data(d::IrreversibleRole).toBool() ? Text::tr("No.") : Text::tr("Yes."));
    page.line(Text::tr("Rests on:"), d::HypothesisRole);
    page.flag(Text::tr("Temporary: it needs a permanent fix."), d::TemporaryRole);
    page.line(Text::tr("Takes:"), d::SpeedRole);
    page.line(Text::tr("Use it when:"), d::UseWhenRole);
    page.line(Text::tr("Command:"), d::RunRole);
    page.line(Text::tr("Row of the document:"), d::SourceRole);
    return page.html();
}

} // namespace fireline::views
