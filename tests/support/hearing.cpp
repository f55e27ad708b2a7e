// SPDX-License-Identifier: GPL-3.0-or-later
#include "hearing.h"

#include <QAccessible>
#include <QAccessibleBridge>
#include <QAccessibleBridgePlugin>
#include <QtPlugin>

namespace fireline::test {

namespace {

QStringList &everHeard()
{
    static QStringList texts;
    return texts;
}

/// Where Qt hands on what happens to whoever listens, on every platform.
class HearingBridge : public QAccessibleBridge
{
public:
    void setRootObject(QAccessibleInterface *) override { }
    void notifyAccessibilityUpdate(QAccessibleEvent *event) override
    {
        if (event->type() != QAccessible::ObjectShow)
            return;
        const QAccessibleInterface *shown = event->accessibleInterface();
        if (shown && shown->role() == QAccessible::Notification)
            everHeard().append(shown->text(QAccessible::Name));
    }
};

} // namespace

QStringList heard()
{
    return everHeard();
}

void clearHeard()
{
    everHeard().clear();
}

} // namespace fireline::test

class HearingPlugin : public QAccessibleBridgePlugin
{
    Q_OBJECT
    Q_PLUGIN_METADATA(IID QAccessibleBridgeFactoryInterface_iid FILE "hearing.json")
public:
    // Qt owns it, and forgets it at the end without deleting it: known here, it is no leak.
    QAccessibleBridge *create(const QString &) override
    {
        static fireline::test::HearingBridge *volatile made = nullptr; // volatile, or the compiler forgets it too
        made = new fireline::test::HearingBridge;
        return made;
    }
};

#include "hearing.moc"

Q_IMPORT_PLUGIN(HearingPlugin)
