// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/instant.h"

#include <QTimer>
#include <QWidget>

class QLabel;
class QSlider;

namespace fireline::views {

class Theme;
class TimeDisplay;

/// The slider that looks into the past: from the first recording until now, second by second. At its end the present is
/// shown. GUI thread; owned by the panel.
class PastBar : public QWidget
{
    Q_OBJECT
public:
    PastBar(Theme &theme, TimeDisplay &times, QWidget *parent = nullptr);

    /// The record's first moment and now; the slider begins at now.
    void open(domain::Instant first, domain::Instant now);
    /// What is looked at; unset at the slider's end.
    [[nodiscard]] domain::Instant moment() const;

signals:
    /// Unset: the present. Once in a frame, however fast the slider goes.
    void momentChosen(fireline::domain::Instant moment);
    void closed();

protected:
    void hideEvent(QHideEvent *event) override;

private:
    void say();

    TimeDisplay &m_times;
    QSlider *m_slider;
    QLabel *m_label;
    QTimer m_settle; ///< until what is chosen is said
    domain::Instant m_first;
};

} // namespace fireline::views
