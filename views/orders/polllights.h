// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "orders/polllight.h"

#include <QList>
#include <QWidget>

class QVBoxLayout;

namespace fireline::views {

class Theme;

/// The lights of a poll, one for each role that was asked: round the room at one look. GUI thread; part of the orders' panel.
class PollLights : public QWidget
{
    Q_OBJECT
public:
    explicit PollLights(Theme &theme, QWidget *parent = nullptr);

    void setLights(const QList<models::PollLight> &lights);
    [[nodiscard]] const QList<models::PollLight> &lights() const { return m_lights; }

private:
    class Light;
    void rebuild();

    Theme &m_theme;
    QVBoxLayout *m_column;
    QList<models::PollLight> m_lights;
};

} // namespace fireline::views
