// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/sharedline.h"

#include "shell/shortens.h"

#include <QStyle>
#include <QWidget>

#include <algorithm>

namespace fireline::views {

LineShares shareLine(const LineWishes &wishes)
{
    for (const int form : wishes.forms) {
        if (form + wishes.next <= wishes.room)
            return {form, wishes.room - form};
    }
    const int kept = std::min(wishes.next, wishes.keptNext);
    const int alert = std::max(wishes.leastAlert, std::min(wishes.forms.last(), wishes.room - kept));
    const int next = wishes.room - alert;
    return next >= std::min(wishes.next, wishes.leastNext) && next > 0 ? LineShares{alert, next} : LineShares{wishes.room, 0};
}

SharedLine::SharedLine(QWidget *parent) : QLayout(parent)
{
    setContentsMargins(0, 0, 0, 0);
}

SharedLine::~SharedLine()
{
    delete m_alert;
    delete m_next;
}

void SharedLine::setAlert(QWidget *alert)
{
    addChildWidget(alert);
    delete std::exchange(m_alert, new QWidgetItem(alert));
    invalidate();
}

void SharedLine::setNext(QWidget *next)
{
    addChildWidget(next);
    delete std::exchange(m_next, new QWidgetItem(next));
    invalidate();
}

void SharedLine::setNextWidths(int all, int kept, int least)
{
    if (m_all == all && m_kept == kept && m_least == least)
        return;
    m_all = all;
    m_kept = kept;
    m_least = least;
    invalidate();
}

void SharedLine::addItem(QLayoutItem *item)
{
    delete item; // it has two places, and each has a name
}

int SharedLine::count() const
{
    return (m_alert ? 1 : 0) + (m_next ? 1 : 0);
}

QLayoutItem *SharedLine::itemAt(int index) const
{
    if (index == 0)
        return m_alert ? m_alert : m_next;
    return index == 1 && m_alert ? m_next : nullptr;
}

QLayoutItem *SharedLine::takeAt(int index)
{
    QLayoutItem *taken = itemAt(index);
    if (taken && taken == m_alert)
        m_alert = nullptr;
    else if (taken)
        m_next = nullptr;
    return taken;
}

QSize SharedLine::sizeHint() const
{
    QSize size = minimumSize();
    if (m_alert)
        size = size.expandedTo(m_alert->sizeHint());
    return {size.width() + std::max(0, spacing()) + m_all, size.height()};
}

// What is next never makes the window wider: it goes before the alert does.
QSize SharedLine::minimumSize() const
{
    QSize size;
    if (m_next)
        size.setHeight(m_next->minimumSize().height());
    return m_alert ? size.expandedTo(m_alert->minimumSize()) : size;
}

LineWishes SharedLine::wishes(int width) const
{
    LineWishes wishes{width, {0}, 0, m_all, m_kept, m_least};
    if (!m_alert)
        return wishes;
    wishes.room = std::max(0, width - std::max(0, spacing()));
    wishes.leastAlert = std::min(m_alert->minimumSize().width(), wishes.room);
    const auto *shortens = dynamic_cast<const Shortens *>(m_alert->widget());
    wishes.forms = shortens ? shortens->formWidths() : QList<int>{m_alert->sizeHint().width()};
    return wishes;
}

void SharedLine::setGeometry(const QRect &rect)
{
    QLayout::setGeometry(rect);
    const QWidget *line = parentWidget();
    const LineShares shares = shareLine(wishes(rect.width()));
    const auto place = [&](QLayoutItem *item, int left, int width) {
        const int height = std::min(rect.height(), item->sizeHint().height());
        const QRect at(rect.left() + left, rect.top() + (rect.height() - height) / 2, width, height);
        item->setGeometry(QStyle::visualRect(line->layoutDirection(), rect, at));
    };
    if (m_alert)
        place(m_alert, 0, shares.alert);
    if (m_next)
        place(m_next, rect.width() - shares.next, shares.next);
}

} // namespace fireline::views
