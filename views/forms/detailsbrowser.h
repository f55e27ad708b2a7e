// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTextBrowser>

namespace fireline::views {

/// Where a panel says all it knows of the selected row: to be read, Tab goes on, links are not followed. Where it is asked for
/// it is scrolled into sight. GUI thread; owned by
/// its panel.
class DetailsBrowser : public QTextBrowser
{
    Q_OBJECT
public:
    DetailsBrowser(const QString &name, const QString &title, const QString &help, QWidget *parent);

    /// Says this. What is said already stays as it is, and with it the place that somebody reads at.
    void say(const QString &html);
    void setVisible(bool visible) override;

private:
    QString m_said;
};

} // namespace fireline::views
