// SPDX-License-Identifier: GPL-3.0-or-later
#include "console.h"

#include <QCoreApplication>

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("fireline"));
    QCoreApplication::setApplicationVersion(QStringLiteral(FIRELINE_VERSION));
    return fireline::cli::run(QCoreApplication::arguments().mid(1));
}
