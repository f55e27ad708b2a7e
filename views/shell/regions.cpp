// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/regions.h"

#include <QApplication>

#include <algorithm>

namespace fireline::views {

namespace {

bool takesKeys(const QWidget *widget)
{
    return widget->isVisible() && widget->isEnabled() && (widget->focusPolicy() & Qt::TabFocus);
}

QWidget *firstIn(QWidget *root)
{
    if (takesKeys(root))
        return root;
    for (QWidget *next = root->nextInFocusChain(); next != root; next = next->nextInFocusChain()) {
        if (root->isAncestorOf(next) && takesKeys(next))
            return next;
    }
    return nullptr;
}

bool isIn(const QList<QWidget *> &roots, const QWidget *widget)
{
    return std::any_of(roots.cbegin(), roots.cend(),
                       [=](const QWidget *root) { return root == widget || root->isAncestorOf(widget); });
}

} // namespace

Regions::Regions(QObject *parent) : QObject(parent)
{
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget *, QWidget *now) {
        if (const qsizetype index = indexOf(now); index >= 0)
            m_last.insert(m_regions.at(index).id, now);
    });
}

void Regions::step(int direction)
{
    const qsizetype count = m_regions.size();
    const qsizetype from = indexOf(QApplication::focusWidget());
    for (qsizetype i = 1; i <= count; ++i) {
        const qsizetype start = from < 0 && direction < 0 ? count : from;
        const Region &region = m_regions.at(((start + direction * i) % count + count) % count);
        if (QWidget *wanted = target(region)) {
            wanted->setFocus(Qt::TabFocusReason);
            return;
        }
    }
}

QString Regions::current() const
{
    const qsizetype index = indexOf(QApplication::focusWidget());
    return index < 0 ? QString() : m_regions.at(index).id;
}

qsizetype Regions::indexOf(const QWidget *widget) const
{
    if (!widget)
        return -1;
    const auto found = std::find_if(m_regions.cbegin(), m_regions.cend(),
                                    [=](const Region &region) { return isIn(region.widgets(), widget); });
    return found == m_regions.cend() ? -1 : std::distance(m_regions.cbegin(), found);
}

QWidget *Regions::target(const Region &region) const
{
    const QList<QWidget *> roots = region.widgets();
    QWidget *last = m_last.value(region.id);
    if (last && takesKeys(last) && isIn(roots, last))
        return last;
    for (QWidget *root : roots) {
        if (QWidget *first = root->isVisible() ? firstIn(root) : nullptr)
            return first;
    }
    return nullptr;
}

} // namespace fireline::views
