// SPDX-License-Identifier: GPL-3.0-or-later
#include "metrics/proposaltext.h"

#include <QEvent>
#include <QTextLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace fireline::views {

namespace {

constexpr int leastLetters = 12; // of a line

} // namespace

ProposalText::ProposalText(QWidget *parent) : QLabel(parent)
{
    setObjectName(u"metricsProposalText"_s);
    setTextFormat(Qt::PlainText);
    setAlignment(Qt::AlignLeft | Qt::AlignTop);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Preferred);
    hide();
}

void ProposalText::tell(const QString &text)
{
    m_whole = text;
    setAccessibleName(text);
    setToolTip(text);
    fill();
    setVisible(!text.isEmpty());
}

/// Where each begins. Names of series are long words without a space.
QList<int> ProposalText::linesIn(int width) const
{
    QString text = m_whole;
    text.replace(u'\n', QChar::LineSeparator); // as a label does: of a line feed the layout knows nothing
    QTextLayout layout(text, font());
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    layout.setTextOption(option);
    QList<int> starts;
    layout.beginLayout();
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(std::max(1, width));
        starts.append(line.textStart());
    }
    layout.endLayout();
    return starts;
}

void ProposalText::fill()
{
    const QRect room = contentsRect();
    int most = std::max(1, room.height() / fontMetrics().lineSpacing());
    QString shown = firstLines(most);
    // Letters of another font may be higher.
    while (most > 1 && fontMetrics().size(0, shown).height() > room.height())
        shown = firstLines(--most);
    if (shown != text())
        setText(shown);
}

QString ProposalText::firstLines(int most) const
{
    const QFontMetrics letters = fontMetrics();
    const int width = contentsRect().width() - letters.averageCharWidth(); // where it is cut, letters may join otherwise
    const QList<int> starts = linesIn(width);
    const qsizetype count = std::min<qsizetype>(most, starts.size());
    QStringList lines;
    for (qsizetype i = 0; i < count; ++i) {
        const bool last = i + 1 == count;
        QString line = last ? m_whole.sliced(starts.at(i)) : m_whole.sliced(starts.at(i), starts.at(i + 1) - starts.at(i));
        // What is cut may be several lines, and there is room for one.
        lines.append(last ? letters.elidedText(line.replace(u'\n', u' '), Qt::ElideRight, width) : line.trimmed());
    }
    return lines.join(u'\n');
}

int ProposalText::heightIn(int width) const
{
    const QMargins edges = contentsMargins();
    const int lines = int(linesIn(width - edges.left() - edges.right() - fontMetrics().averageCharWidth()).size());
    return std::max(1, lines) * fontMetrics().lineSpacing() + edges.top() + edges.bottom();
}

QSize ProposalText::minimumSizeHint() const
{
    const QMargins edges = contentsMargins();
    return {leastLetters * fontMetrics().averageCharWidth() + edges.left() + edges.right(),
            fontMetrics().lineSpacing() + edges.top() + edges.bottom()};
}

void ProposalText::resizeEvent(QResizeEvent *event)
{
    QLabel::resizeEvent(event);
    fill();
}

void ProposalText::changeEvent(QEvent *event)
{
    QLabel::changeEvent(event);
    if (event->type() != QEvent::FontChange)
        return;
    fill();
    emit fontChanged();
}

} // namespace fireline::views
