// SPDX-License-Identifier: GPL-3.0-or-later
#include "console.h"

#include <QCoreApplication>
#include <QTranslator>

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("fireline"));
    QCoreApplication::setApplicationVersion(QStringLiteral(FIRELINE_VERSION));
    QTranslator plurals; // English too has two forms of a word; another language is chosen with the window's settings
    if (plurals.load(QStringLiteral(":/i18n/fireline_en.qm")))
        QCoreApplication::installTranslator(&plurals);
    return fireline::cli::run(QCoreApplication::arguments().mid(1));
}
