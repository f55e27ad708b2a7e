// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/event.h"
#include "livewindow.h"
#include "theme/theme.h"

#include <QList>
#include <QString>

#include <memory>

class QAbstractItemView;

namespace fireline::conformance {

/// The real window on an incident of a shipped process, driven as a person does: by keys, and by reading what stands there.
/// "ana" sits in front of it; what others do beside comes by lines of the session. Every function says what was wrong; an
/// empty answer is a good one. GUI thread.
class PanelRig
{
public:
    explicit PanelRig(views::Theme &theme, const QString &processId);
    ~PanelRig();

    /// A new incident in a window of its own, Monday 2026-03-02 at 10:00 UTC; the severity may be empty.
    void declare(const QString &severity);
    [[nodiscard]] bool isDeclared() const { return m_live != nullptr; }
    /// A line of somebody else, or what is not the row's own matter.
    [[nodiscard]] QString happened(const QString &who, const QString &line);
    /// A file of that name.
    [[nodiscard]] QString attached(const QString &who, const QString &name);
    [[nodiscard]] QString advance(const QString &span);
    [[nodiscard]] QString advanceTo(const QString &rfc3339);

    /// Its key where it has one, else its line of the palette; from then on it is what is looked at.
    [[nodiscard]] QString open(const QString &panelId);
    /// The command of that text or id, by the palette.
    [[nodiscard]] QString command(const QString &text);
    [[nodiscard]] QString key(const QString &keys);
    [[nodiscard]] QString type(const QString &text);
    /// Into quick entry, with Enter.
    [[nodiscard]] QString enter(const QString &line);
    /// Arrow keys to the first row of the list with the focus that tells `text`.
    [[nodiscard]] QString row(const QString &text);
    /// Tab to the control of the panel with that text, name or object name.
    [[nodiscard]] QString tab(const QString &text);
    /// The same, and Space.
    [[nodiscard]] QString press(const QString &text);
    /// Arrow keys in the box with the focus.
    [[nodiscard]] QString choose(const QString &text);

    /// Page by page in the text with the keyboard, until it stands there.
    [[nodiscard]] QString read(const QString &text);
    /// A named widget of the window paints this piece of text, no letter more.
    [[nodiscard]] QString paints(const QString &objectName, const QString &text);
    [[nodiscard]] QString nothingIsNegative();
    [[nodiscard]] QString shows(const QString &text, bool wanted = true);
    [[nodiscard]] QString rowShows(const QString &text, bool wanted = true);
    /// Strip, message bar, line under quick entry, timeline, or another named widget of the window.
    [[nodiscard]] QString elsewhere(const QString &objectName, const QString &text, bool wanted = true);
    /// An event of that type, and with that in its body, since the last step of the hands.
    [[nodiscard]] QString recorded(const QString &typeAndText);
    [[nodiscard]] QString recordedNothing() const;
    /// All that can be read now, for who writes a row.
    [[nodiscard]] QString everything();

private:
    [[nodiscard]] QWidget *panel();
    [[nodiscard]] QString focus(const QString &text);
    void strike(const QString &keys);
    void hands();
    void settle();

    views::Theme &m_theme;
    QString m_processId;
    std::unique_ptr<test::LiveWindow> m_live;
    QString m_panelId;
    QList<domain::Event> m_events; ///< since the last step of the hands
};

} // namespace fireline::conformance
