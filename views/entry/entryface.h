// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QLabel;
class QPushButton;

namespace fireline::domain {
struct EntryContext;
}

namespace fireline::views {

class EntryField;
class EntryHighlighter;
class PreviewLine;
class RefusalNote;
class Theme;
class TypedLine;

/// What quick entry says of the line that is being typed: its marks, its time beside it, and below it what Enter will do, or
/// why it does not. GUI thread; owned by QuickEntry, in whose layout its widgets stand; field and theme outlive it.
class EntryFace : public QObject
{
    Q_OBJECT
public:
    EntryFace(EntryField &field, Theme &theme, QWidget *entry);

    [[nodiscard]] QLabel *chip() const { return m_chip; }
    [[nodiscard]] PreviewLine *preview() const { return m_preview; }
    [[nodiscard]] QPushButton *asNote() const { return m_asNote; }
    /// Above the field.
    [[nodiscard]] RefusalNote *refusal() const { return m_refusal; }

    /// `readOnly` says why nothing can be recorded; empty: it can. `keeping`: the record is not open yet.
    void show(const TypedLine &typed, const domain::EntryContext &context, const QString &readOnly, bool keeping);
    /// Why the line was not taken, all of it; as a note it can still be.
    void showProblem(const QString &text, bool canBeNote);
    /// In passing, and to a screen reader.
    void tell(const QString &text);
    [[nodiscard]] bool isRefusing() const;
    /// It is read, or the line is another one.
    void endRefusal();

    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void fitPreview();
    void buildChip();
    void buildNote();
    void applyTheme();

    QWidget &m_entry;
    EntryField &m_field;
    Theme &m_theme;
    EntryHighlighter *m_highlighter;
    QLabel *m_chip;
    PreviewLine *m_preview;
    QPushButton *m_asNote;
    RefusalNote *m_refusal;
};

} // namespace fireline::views
