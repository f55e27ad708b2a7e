// SPDX-License-Identifier: GPL-3.0-or-later
#include "console.h"
#include "windowoptions.h"
#include "windowprogram.h"

#include <QApplication>
#include <QLoggingCategory>
#include <QTranslator>

#include <cstdio>
#include <memory>

using namespace Qt::StringLiterals;

namespace {

/// English too has two forms of a word; a test's translation comes on top.
void installTranslations(QTranslator &plurals, QTranslator &other, const QString &otherFile)
{
    if (plurals.load(u":/i18n/fireline_en.qm"_s))
        QCoreApplication::installTranslator(&plurals);
    if (!otherFile.isEmpty() && other.load(otherFile))
        QCoreApplication::installTranslator(&other);
}

bool isForTheWindow(const QStringList &arguments)
{
    if (!fireline::window::hasDisplay())
        return false;
    const QString word = arguments.value(0);
    if (word == "--version"_L1 || word == "--help"_L1 || word == "help"_L1)
        return false;
    for (const auto &command : fireline::cli::subCommands()) {
        if (command.name == word)
            return false;
    }
    return true;
}

int runWindow(int &argc, char *argv[], QTranslator &plurals, QTranslator &other)
{
    QGuiApplication::setHighDpiScaleFactorRoundingPolicy(Qt::HighDpiScaleFactorRoundingPolicy::PassThrough);
    QApplication::setDesktopFileName(u"io.github.fireline"_s);
    const QApplication application(argc, argv);
    const fireline::window::TestHooks hooks;
    installTranslations(plurals, other, hooks.translation());
    const auto options = fireline::window::readWindowOptions(QCoreApplication::arguments().mid(1));
    if (const auto *answer = std::get_if<fireline::window::WindowAnswer>(&options)) {
        std::fputs(qPrintable(answer->text + u'\n'), answer->exitCode == 0 ? stdout : stderr);
        return answer->exitCode;
    }
    fireline::window::WindowProgram program(std::get<fireline::window::WindowOptions>(options), hooks);
    program.start();
    return QApplication::exec();
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication::setApplicationName(u"fireline"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(FIRELINE_VERSION));
    QTranslator plurals;
    QTranslator other;
    QStringList arguments;
    for (int i = 1; i < argc; ++i)
        arguments.append(QString::fromLocal8Bit(argv[i]));
    if (isForTheWindow(arguments))
        return runWindow(argc, argv, plurals, other);
    if (fireline::cli::needsLetters(arguments)) {
        // Letters come with a platform plugin; this one needs no display.
        qputenv("QT_QPA_PLATFORM", "offscreen");
        // What it has to say of a desktop that is not there concerns nobody.
        QLoggingCategory::setFilterRules(u"default.warning=false"_s);
        const QGuiApplication application(argc, argv);
        QLoggingCategory::setFilterRules({});
        installTranslations(plurals, other, {});
        return fireline::cli::run(QCoreApplication::arguments().mid(1));
    }
    // No other sub-command loads a platform plugin.
    const QCoreApplication application(argc, argv);
    installTranslations(plurals, other, {});
    return fireline::cli::run(QCoreApplication::arguments().mid(1));
}
