// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMenu>
#include <QTest>
#include <QWidget>

namespace fireline::test {

/// Whatever of it is seen and can have the keyboard has a name for code, one for a screen reader and a tooltip.
inline void checkPartNames(const QWidget &panel)
{
    int seen = 0;
    for (const QWidget *part : panel.findChildren<QWidget *>()) {
        const bool isQts = part->objectName().startsWith(QLatin1String("qt_")) || qobject_cast<const QMenu *>(part);
        if (!part->isVisible() || part->focusPolicy() == Qt::NoFocus || isQts)
            continue;
        const QByteArray what = part->metaObject()->className() + (' ' + part->objectName().toUtf8());
        QVERIFY2(!part->objectName().isEmpty(), what.constData());
        QVERIFY2(!part->accessibleName().isEmpty(), what.constData());
        QVERIFY2(!part->toolTip().isEmpty(), what.constData());
        ++seen;
    }
    QVERIFY(seen > 0);
}

/// The names of its parts as Tab goes from one to the next.
inline QStringList tabOrder(const QWidget &panel)
{
    QStringList order;
    const QWidget *part = &panel;
    do {
        if (part->focusPolicy() & Qt::TabFocus && part->isVisibleTo(&panel))
            order.append(part->objectName());
        part = part->nextInFocusChain();
    } while (part != &panel);
    return order;
}

} // namespace fireline::test
