// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shell/dockroom.h"
#include "shell/dockshares.h"
#include "shell/layoutstate.h"

#include <QObject>

class QDockWidget;
class QMainWindow;
class QMenu;
class QTabWidget;

namespace fireline::views {

class DockTabs;
class PanelFrames;
class Theme;

/// Puts panels into their places: docked at a side (the first above, further ones as tabs below it, by their rank), as a page
/// of the centre, or in a window of its own. Keeps one layout; perspectives swap it. GUI thread; owned by the main window.
class PanelDocks : public QObject
{
    Q_OBJECT
public:
    PanelDocks(QMainWindow *window, QTabWidget *centre, Theme &theme);
    ~PanelDocks() override;

    /// All panels there are, once. The widgets become the window's.
    void add(const QList<PanelDescriptor> &panels);
    [[nodiscard]] const QList<PanelDescriptor> &panels() const { return m_panels; }
    [[nodiscard]] const PanelDescriptor *panel(const QString &id) const;

    [[nodiscard]] PanelLayout defaultLayout(Perspective perspective) const;
    /// As it is on the screen now, raised tabs included.
    [[nodiscard]] PanelLayout layout() const;
    /// Panels that the layout does not name are hidden; names it does not know are ignored.
    void apply(const PanelLayout &layout);

    [[nodiscard]] PanelPlace place(const QString &id) const { return m_layout.places.value(id); }
    /// Docks it there, in sight.
    void move(const QString &id, PanelArea area);
    void moveToOwnWindow(const QString &id);
    void hide(const QString &id);
    /// In sight and in front of its tab; the focus stays where it is.
    void show(const QString &id);
    /// In sight, with the keyboard in it. False where there is no such panel.
    bool focus(const QString &id);

    [[nodiscard]] bool isOpen(PanelArea side) const;
    void setOpen(PanelArea side, bool open);
    /// The panels at that side that can be seen now: of tabs only the one in front.
    [[nodiscard]] QList<QWidget *> visibleAt(PanelArea area) const;

    /// While somebody works in a panel that needs it, the one above leaves it so many lines of text, down to what that cannot do
    /// without. Nobody's layout changes: with 0 lines, behind a tab, or while the keyboard is in another panel of that side, all
    /// have the sizes that were chosen.
    void giveRoom(const QString &id, int lines);
    /// A person wants that panel as high as its side lets it be, on the same terms; what is beside it keeps what it cannot do without.
    /// One panel at a time.
    void setLarge(const QString &id, bool large);
    [[nodiscard]] bool isLarge(const QString &id) const { return m_large == id; }
    /// Why it can be no larger; empty: it can.
    [[nodiscard]] QString whyNotLarge(const QString &id) const;
    /// The docked panel that has the keyboard, or had it last; empty where none had.
    [[nodiscard]] QString current() const { return m_current; }

    void setPanelMenu(const QString &id, QMenu *menu);

    bool eventFilter(QObject *watched, QEvent *event) override;

signals:
    /// Panels were moved, hidden or shown.
    void arranged();
    /// Another panel is large, or current.
    void largeChanged();
    void escapePressed();
    /// What had the keyboard was hidden.
    void focusLost();

private:
    void arrange();
    void fitRoom();
    void arrangeArea(PanelArea area);
    void resizeAreas();
    void putBack(const QString &id);
    void raiseFocused(QWidget *now);
    void yieldRoom(const QString &focused);
    [[nodiscard]] bool hasPanels(PanelArea area) const;
    [[nodiscard]] PanelPlace placeNow(const QString &id) const;
    [[nodiscard]] bool isFolded(const QString &id) const;
    [[nodiscard]] bool isGone(const QString &id) const;
    [[nodiscard]] QList<PanelDescriptor> shownAt(PanelArea area) const;
    [[nodiscard]] QList<DockedSide> openSides() const;
    [[nodiscard]] int leastHeight(const QDockWidget *dock) const;
    [[nodiscard]] QStringList raisedNow() const;
    [[nodiscard]] QIcon iconOf(const QString &title, const Theme &theme) const;

    QMainWindow *m_window;
    QTabWidget *m_centre;
    PanelFrames *m_frames;
    DockTabs *m_tabs;
    QList<PanelDescriptor> m_panels;
    PanelLayout m_layout;
    DockRoom m_room;
    bool m_arranging = false;
    QString m_roomy; ///< the panel that is given room
    int m_lines = 0;
    QString m_current;
    QString m_large;        ///< the one that a person wants large
    QStringList m_yielding; ///< of these two, what yields to the one that has the keyboard
};

} // namespace fireline::views
