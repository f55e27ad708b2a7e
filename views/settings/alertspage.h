// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "settings/settingspage.h"

class QCheckBox;
class QGridLayout;

namespace fireline::views {

/// What reaches a person how: a table of kinds of matters and channels, with a box where a channel exists for a kind. The arrow keys
/// walk in it. The window itself shows everything, always.
class AlertsPage : public SettingsPage
{
    Q_OBJECT
public:
    explicit AlertsPage(QWidget *parent = nullptr);

    void load(const models::Preferences &preferences) override;
    void take(models::Preferences &preferences) const override;

signals:
    void soundTestRequested();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void buildTable(QGridLayout &grid);
    [[nodiscard]] static QString matterWords(models::Matter matter);
    [[nodiscard]] static QString channelWords(models::Channel channel);
    [[nodiscard]] QCheckBox *beside(models::Reach way, int right, int down) const;

    QMap<models::Reach, QCheckBox *> m_boxes;
};

} // namespace fireline::views
