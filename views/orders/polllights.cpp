// SPDX-License-Identifier: GPL-3.0-or-later
#include "orders/polllights.h"

#include "orders/ordertext.h"
#include "theme/bidi.h"
#include "theme/chippainter.h"
#include "theme/theme.h"

#include <QLabel>
#include <QPainter>
#include <QStyle>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace fireline::views {

using models::PollLight;

/// One light: the answer as a chip, then who gave it. It reads as its sentence.
class PollLights::Light : public QLabel
{
public:
    Light(const PollLight &light, Theme &theme, QWidget *parent) : QLabel(parent), m_light(light), m_theme(theme)
    {
        setObjectName(u"pollLight"_s);
        setText(lightSentence(light));
        setTextFormat(Qt::PlainText);
        setAccessibleName(text());
        setToolTip(text());
        setFont(theme.textFont());
        setMinimumWidth(0);
    }
    QSize sizeHint() const override
    {
        const QSize chip = chipSize(lightLook(m_light.state).text(), m_theme.captionFont());
        const QFontMetrics metrics(m_theme.textFont());
        return {chip.width() + m_theme.scaled(6) + metrics.horizontalAdvance(who()),
                std::max(chip.height(), metrics.height()) + m_theme.scaled(2)};
    }
    QSize minimumSizeHint() const override { return {m_theme.scaled(80), sizeHint().height()}; }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        const StateLook look = lightLook(m_light.state);
        const QSize size = chipSize(look.text(), m_theme.captionFont()).boundedTo(rect().size());
        const QRect chip = QStyle::alignedRect(layoutDirection(), Qt::AlignLeading | Qt::AlignVCenter, size, rect());
        paintChip(&painter, chip, m_theme.chip(look.chip.value_or(Chip::Info)), look.text(), m_theme.captionFont());
        QRect room = rect();
        if (layoutDirection() == Qt::RightToLeft)
            room.setRight(chip.left() - m_theme.scaled(6));
        else
            room.setLeft(chip.right() + m_theme.scaled(6));
        painter.setPen(m_theme.ink(Ink::Text));
        painter.setFont(m_theme.textFont());
        painter.drawText(room, int(Qt::AlignVCenter) | int(Qt::AlignLeading),
                         QFontMetrics(m_theme.textFont()).elidedText(who(), Qt::ElideRight, room.width()));
    }

private:
    QString who() const
    {
        QString name = m_light.role.isEmpty() ? isolated(m_light.person)
                                              : u"%1 (%2)"_s.arg(isolated(m_light.role), isolated(m_light.person));
        return m_light.why.isEmpty() ? name : name + u": "_s + isolated(m_light.why);
    }

    PollLight m_light;
    Theme &m_theme;
};

PollLights::PollLights(Theme &theme, QWidget *parent) : QWidget(parent), m_theme(theme), m_column(new QVBoxLayout(this))
{
    setObjectName(u"pollLights"_s);
    setAccessibleName(tr("Answers to the poll"));
    m_column->setSpacing(0);
    connect(&theme, &Theme::changed, this, &PollLights::rebuild);
}

void PollLights::setLights(const QList<PollLight> &lights)
{
    if (m_lights == lights)
        return;
    m_lights = lights;
    rebuild();
}

void PollLights::rebuild()
{
    while (QLayoutItem *item = m_column->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    const int gap = m_theme.scaled(4);
    m_column->setContentsMargins(gap, 0, gap, 0);
    for (const PollLight &light : std::as_const(m_lights))
        m_column->addWidget(new Light(light, m_theme, this));
    if (m_lights.isEmpty()) {
        auto *none = new QLabel(tr("Nobody holds a role yet, so nobody was asked by name."), this);
        none->setObjectName(u"pollNobody"_s);
        none->setWordWrap(true);
        m_column->addWidget(none);
    }
    updateGeometry();
}

} // namespace fireline::views
