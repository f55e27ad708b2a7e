// SPDX-License-Identifier: GPL-3.0-or-later
#include "triage/triagedetails.h"

#include "core/instant.h"
#include "text/timedisplay.h"
#include "triage/triagedelegate.h"
#include "triage/triageroles.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace fireline::views {

namespace t = models::triage;

namespace {

class Text
{
    Q_DECLARE_TR_FUNCTIONS(TriageDetails)
};

class Page
{
public:
    explicit Page(const QModelIndex &index) : m_index(index) { }

    void line(const QString &name, const QString &value)
    {
        if (!value.isEmpty())
            m_html += u"<p dir=\"auto\"><b>%1</b> %2</p>"_s.arg(name.toHtmlEscaped(), value.toHtmlEscaped());
    }
    void line(const QString &name, t::Role role) { line(name, m_index.data(role).toString()); }
    void points(const QString &name, t::Role role)
    {
        const QStringList points = m_index.data(role).toStringList();
        if (points.isEmpty())
            return;
        m_html += u"<p dir=\"auto\"><b>%1</b></p><ul>"_s.arg(name.toHtmlEscaped());
        for (const QString &point : points)
            m_html += u"<li dir=\"auto\">%1</li>"_s.arg(point.toHtmlEscaped());
        m_html += u"</ul>"_s;
    }
    [[nodiscard]] QString html() const { return m_html; }

private:
    QModelIndex m_index;
    QString m_html;
};

QString title(const QModelIndex &index)
{
    const bool severity = index.data(t::RankRole).toInt() > 0;
    return severity ? severityText(index.data(t::RankRole).toInt(), index.data(t::IdRole).toString(), index.data().toString())
                    : index.data().toString();
}

} // namespace

QString triageDetails(const QModelIndex &index, const TimeDisplay &times)
{
    if (!index.isValid() || index.data(t::KindRole).toInt() == t::Heading)
        return {};
    Page page(index);
    page.line(title(index), u" "_s);
    page.line(Text::tr("Answer:"), t::ValueRole);
    if (const domain::Instant at{index.data(t::AtRole).toLongLong()}; at.isSet())
        page.line(Text::tr("When:"), times.full(at));
    page.line(Text::tr("Why:"), t::ReasonRole);
    const QStringList choices = index.data(t::ChoicesRole).toStringList();
    for (qsizetype i = 0; i + 1 < choices.size(); i += 2)
        page.line(Text::tr("Possible answer:"), choices.at(i + 1));
    page.points(Text::tr("Definition:"), t::DefinitionRole);
    page.points(Text::tr("For example:"), t::ExamplesRole);
    page.points(Text::tr("What the process expects:"), t::ExpectRole);
    page.points(Text::tr("Still missing:"), t::MissingRole);
    if (index.data(t::KindRole).toInt() == t::Pattern)
        page.line(Text::tr("Rule:"), patternText(index));
    page.points(Text::tr("What it sets off:"), t::SetsOffRole);
    const QStringList details = index.data(t::DetailsRole).toStringList();
    for (qsizetype i = 0; i + 1 < details.size(); i += 2)
        page.line(details.at(i) + u':', details.at(i + 1));
    page.line(Text::tr("Row of the document:"), t::SourceRole);
    return page.html();
}

} // namespace fireline::views
