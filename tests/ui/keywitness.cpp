// SPDX-License-Identifier: GPL-3.0-or-later
// keywitness: the real window on the screen it is started on. Tells the keys of every action, then which action each key press
// reaches (none is done), and what stands in quick entry. For layouts.py.
//   says     action ID KEYS...    at first, one line each, keys as portable texts between tabs
//            ready
//            reached ID           a key press reached this action
//            text WORDS           in answer to "text"; the field is empty then
//   is told  text | end           on standard input
#include "actioncatcher.h"
#include "livewindow.h"

#include "shell/mainwindow.h"

#include <QAction>
#include <QApplication>
#include <QPlainTextEdit>
#include <QSocketNotifier>
#include <QTextStream>

#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace fireline;
using namespace fireline::test;

namespace {

void say(const QString &line)
{
    QTextStream(stdout) << line << Qt::endl;
}

void tellKeys(const views::ActionRegistry &registry)
{
    for (const views::ActionSpec &spec : registry.specs()) {
        if (spec.scope || spec.keys.isEmpty())
            continue;
        QStringList keys;
        for (const QKeySequence &key : spec.keys)
            keys.append(key.toString(QKeySequence::PortableText));
        say(u"action\t%1\t%2"_s.arg(spec.id, keys.join(u'\t')));
    }
}

} // namespace

int main(int argc, char *argv[])
{
    QApplication application(argc, argv);
    views::Theme theme;
    LiveWindow live(theme, {.fill = fillBusy});
    auto *entry = qobject_cast<QPlainTextEdit *>(live.quickEntry());
    if (!entry)
        qFatal("quick entry is another kind of field now");
    entry->setFocus();
    tellKeys(live.incident().window().actions());
    ActionCatcher catcher(live.incident().window().actions());
    catcher.setListener([](const QString &id) { say(u"reached\t"_s + id); });
    QSocketNotifier orders(STDIN_FILENO, QSocketNotifier::Read);
    QObject::connect(&orders, &QSocketNotifier::activated, &application, [&] {
        QByteArray order(64, Qt::Uninitialized);
        const auto size = read(STDIN_FILENO, order.data(), size_t(order.size()));
        if (size <= 0 || order.left(size).startsWith("end")) {
            QCoreApplication::quit();
            return;
        }
        say(u"text\t"_s + entry->toPlainText());
        entry->clear();
    });
    say(u"ready"_s);
    return QApplication::exec();
}
