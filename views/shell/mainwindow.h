// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/instant.h"
#include "shell/paneldescriptor.h"

#include <QMainWindow>

#include <functional>

namespace fireline::views {

class ActionRegistry;
class CentrePages;
class CommandPalette;
class KeySheet;
class MessageBar;
class PanelDocks;
class Perspectives;
class Regions;
class StatusLine;
class StripBar;
class Theme;
class TimeDisplay;
class WriteControls;

/// The frame of one incident: menus, strip, messages, timeline with quick entry, panels in docks, status line. It knows
/// widgets, never what is in them. GUI thread; made and filled by the composition, in the order of these functions.
class MainWindow : public QMainWindow
{
    Q_OBJECT
public:
    MainWindow(Theme &theme, TimeDisplay &times, QWidget *parent = nullptr);
    ~MainWindow() override;

    [[nodiscard]] ActionRegistry &actions() { return *m_actions; }
    [[nodiscard]] MessageBar &messages() { return *m_messages; }
    [[nodiscard]] PanelDocks &docks() { return *m_docks; }
    /// For providers of "#", "@" and ":", and the commands used last.
    [[nodiscard]] CommandPalette &palette() { return *m_palette; }

    /// Below the menu bar, as wide as the window; one that stands there goes.
    void setStrip(QWidget *strip);
    /// Timeline above quick entry, given as one widget; the other two are parts of it, for F6 and Ctrl+L.
    void setCentre(QWidget *centre, QWidget *timeline = nullptr, QWidget *entry = nullptr);
    /// For F6, where it comes later than the rest.
    void setTimeline(QWidget *timeline) { m_timeline = timeline; }
    void addPanels(const QList<PanelDescriptor> &panels);
    /// Both may be null.
    void setStatusWidgets(QWidget *alert, QWidget *sounds = nullptr);
    /// Whether this computer is kept from sleeping, for the status line.
    void setAwake(bool awake);
    void setNextStep(const QString &text);
    /// "SEV 1 – Checkout failing – Fireline"; either may be empty.
    void setIncidentTitle(const QString &severity, const QString &title, bool drill);

    [[nodiscard]] Perspective perspective() const;
    /// Its layout, and the keyboard where it is wanted first.
    void setPerspective(Perspective perspective);
    /// The same because the person wants it: from now on none is followed.
    void choosePerspective(Perspective perspective);
    /// That of the role a person took, unless they chose one themselves; the keyboard stays where it is. Whether it was shown.
    bool followPerspective(Perspective perspective);
    /// Why nothing can be written to this record, from now on: commands, buttons and fields say so.
    void lockWriting(const QString &reason);
    void resetLayout();
    /// Of the window and of every perspective.
    [[nodiscard]] QByteArray layoutState() const;
    /// Only where the window stood and how large it was: needs no panels. False where it cannot be read.
    bool restorePlace(const QByteArray &state);
    /// Perspective and docks. False where it cannot be read: the default layout is shown, and the message bar says so. Empty:
    /// the default, in silence.
    bool restorePanels(const QByteArray &state);

    void focusEntry();
    /// Clocks and messages; once a second while the window can be seen.
    void tick(domain::Instant now);
    /// Asked before the window closes; where it says false the window stays.
    void setCloseGuard(std::function<bool()> mayClose) { m_mayClose = std::move(mayClose); }
    /// What Escape leaves before anything else, from wherever the keyboard is; `leave` says whether there was something to leave.
    void setEscape(std::function<bool()> leave) { m_leave = std::move(leave); }

signals:
    void perspectiveChanged(fireline::views::Perspective perspective);
    void closed();

protected:
    void closeEvent(QCloseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void buildUi();
    void buildRegions();
    void showTheme();
    void showWriting();
    void focusHome();
    void answerKey(const QString &command);
    void escape();

    Theme &m_theme;
    ActionRegistry *m_actions;
    MessageBar *m_messages;
    CentrePages *m_centre;
    PanelDocks *m_docks;
    Perspectives *m_perspectives;
    StatusLine *m_status;
    CommandPalette *m_palette;
    KeySheet *m_keys;
    Regions *m_regions;
    QWidget *m_strip = nullptr;
    StripBar *m_stripBar = nullptr;
    QWidget *m_timeline = nullptr;
    QWidget *m_entry = nullptr;
    WriteControls *m_writing;
    bool m_chosen = false; ///< the person chose the perspective
    std::function<bool()> m_mayClose;
    std::function<bool()> m_leave;
};

} // namespace fireline::views
