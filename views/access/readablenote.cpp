// SPDX-License-Identifier: GPL-3.0-or-later
#include "access/readablenote.h"

#include <QAccessibleWidget>
#include <QLabel>

using namespace Qt::StringLiterals;

namespace fireline::views {

namespace {

constexpr auto mark = "readAloud";

class ReadableNote : public QAccessibleWidget
{
public:
    explicit ReadableNote(QWidget *widget) : QAccessibleWidget(widget, QAccessible::Notification) { }

    QString text(QAccessible::Text text) const override
    {
        const auto *label = qobject_cast<QLabel *>(object());
        const QString said = QAccessibleWidget::text(text);
        return text == QAccessible::Name && said.isEmpty() && label ? label->text() : said;
    }
};

QAccessibleInterface *readableNote(const QString &, QObject *object)
{
    auto *widget = qobject_cast<QWidget *>(object);
    return widget && widget->property(mark).toBool() ? new ReadableNote(widget) : nullptr;
}

} // namespace

void readAloud(QWidget &widget)
{
    QAccessible::installFactory(readableNote); // the same one twice is one
    widget.setProperty(mark, true);
}

// Qt 6.4 has no announcements, and nothing hears of an alert on Linux: a notification is read when it is shown.
void tellAloud(QWidget &widget)
{
    QAccessibleEvent alert(&widget, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
    QAccessibleEvent shown(&widget, QAccessible::ObjectShow);
    QAccessible::updateAccessibility(&shown);
}

void sayAloud(QLabel &label, const QString &text)
{
    const bool stood = label.isVisible();
    label.setText(text);
    label.setVisible(!text.isEmpty());
    if (stood && !text.isEmpty())
        tellAloud(label);
}

} // namespace fireline::views
