// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "palette/paletteprovider.h"

#include <QCoreApplication>

namespace fireline::views {

/// "?": what can be typed in front. GUI thread; owned by the palette.
class HelpProvider : public PaletteProvider
{
    Q_DECLARE_TR_FUNCTIONS(fireline::views::HelpProvider)
public:
    explicit HelpProvider(const QList<const PaletteProvider *> &providers) : m_providers(providers) { }

    QString prefix() const override { return QStringLiteral("?"); }
    QString title() const override;
    QList<PaletteItem> items(const QString &pattern) const override;

private:
    const QList<const PaletteProvider *> &m_providers;
};

} // namespace fireline::views
