// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "settings/settingspage.h"

class QCheckBox;

namespace fireline::views {

/// What reaches a person how: kinds of matters by channels, where a channel exists for a kind. The window itself shows
/// everything, always.
class AlertsPage : public SettingsPage
{
    Q_OBJECT
public:
    explicit AlertsPage(QWidget *parent = nullptr);

    void load(const models::Preferences &preferences) override;
    void take(models::Preferences &preferences) const override;

signals:
    void soundTestRequested();

private:
    [[nodiscard]] static QString levelWords(domain::Attention::Level level);
    [[nodiscard]] static QString channelWords(models::Channel channel);

    QMap<models::Reach, QCheckBox *> m_boxes;
};

} // namespace fireline::views
