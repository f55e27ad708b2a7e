// SPDX-License-Identifier: GPL-3.0-or-later
// The least that a Qt program with a main window and a text field does until its first paint: what bench_window is held
// against. Says "painted" then; linked with Qt alone.
#include <QApplication>
#include <QMainWindow>
#include <QPlainTextEdit>
#include <QStyleFactory>
#include <QTimer>

#include <cstdio>
#include <utility>

namespace {

class FirstPaint : public QObject
{
protected:
    bool eventFilter(QObject *, QEvent *event) override
    {
        if (event->type() == QEvent::Paint && !std::exchange(m_painted, true)) {
            QTimer::singleShot(0, this, [] {
                std::puts("painted");
                std::fflush(stdout);
            });
        }
        return false;
    }

private:
    bool m_painted = false;
};

} // namespace

int main(int argc, char *argv[])
{
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM") && qEnvironmentVariableIsEmpty("DISPLAY"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    const QApplication application(argc, argv);
    QApplication::setStyle(QStyleFactory::create(QStringLiteral("Fusion")));
    FirstPaint witness;
    qApp->installEventFilter(&witness);
    QMainWindow bare;
    auto *text = new QPlainTextEdit;
    bare.setCentralWidget(text);
    bare.resize(1366, 746);
    bare.show();
    text->setFocus();
    return QApplication::exec();
}
