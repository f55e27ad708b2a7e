// SPDX-License-Identifier: GPL-3.0-or-later
#include "windowoptions.h"

#include <QCommandLineParser>
#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace fireline::window {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Window)
};

constexpr int usageError = 2;

} // namespace

std::variant<WindowOptions, WindowAnswer> readWindowOptions(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(Text::tr("Opens the console: an incident's file, or the start window."));
    parser.addPositionalArgument(u"FILE"_s, Text::tr("Incidents to open."), u"[FILE…]"_s);
    const QCommandLineOption drill(u"drill"_s, Text::tr("Begin with this drill."), u"ID"_s);
    const QCommandLineOption watch(u"watch"_s, Text::tr("Let the drill play everybody by itself."));
    const QCommandLineOption speed(u"speed"_s, Text::tr("How fast the drill's time goes."), u"N"_s, u"1"_s);
    const QCommandLineOption config(u"config"_s, Text::tr("Folder of settings, processes and scenarios."), u"DIR"_s);
    const QCommandLineOption safe(u"safe-mode"_s, Text::tr("Begin with the default layout."));
    const QCommandLineOption help({u"h"_s, u"help"_s}, Text::tr("Show this help."));
    parser.addOptions({drill, watch, speed, config, safe, help});
    if (!parser.parse(QStringList{u"fireline"_s} + arguments))
        return WindowAnswer{Text::tr("%1. See: fireline --help").arg(parser.errorText()), usageError};
    if (parser.isSet(help))
        return WindowAnswer{parser.helpText(), 0};
    bool isNumber = false;
    const double factor = parser.value(speed).toDouble(&isNumber);
    if (!isNumber || factor <= 0)
        return WindowAnswer{Text::tr("--speed takes a number above zero. For example: fireline --drill ID --speed 2"),
                            usageError};
    return WindowOptions{parser.positionalArguments(), parser.value(drill), parser.isSet(watch), factor,
                         parser.value(config),         parser.isSet(safe)};
}

bool hasDisplay()
{
    return qEnvironmentVariableIsSet("DISPLAY") || qEnvironmentVariableIsSet("WAYLAND_DISPLAY");
}

} // namespace fireline::window
