// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QPlainTextEdit>
#include <QStringList>

class QImage;

namespace fireline::views {

/// The text field of the quick entry: grows with its text, knows when an input method is composing, and sorts out what is
/// pasted or dropped. What keys mean is decided by QuickEntry. GUI thread; owned by it.
class EntryField : public QPlainTextEdit
{
    Q_OBJECT
public:
    /// Bytes of a pasted picture, and characters of a pasted text, that are taken at most.
    static constexpr qsizetype largestPaste = 1024 * 1024;

    explicit EntryField(QWidget *parent = nullptr);

    /// Height of an empty field in lines; it grows to six.
    void setMinimumLines(int lines);
    /// There is no room for more than it has to have: empty, it is one line high.
    void setCramped(bool cramped);
    /// What an empty field says, the longest first: the first that fits in one line is shown.
    void setHints(const QStringList &hints);
    /// An input method holds text that is not in the field yet: its keys are its own.
    [[nodiscard]] bool isComposing() const { return m_composing; }
    /// What changes now comes in the place of all that stood here: other words, which begin anew.
    [[nodiscard]] bool isReplacingAll() const { return m_replacingAll; }
    /// Puts a text in place of this stretch, as one step that can be undone.
    void replace(qsizetype start, qsizetype length, const QString &text);

signals:
    void composingStarted();
    /// Text of several lines was pasted or dropped; it is not in the field.
    void linesPasted(const QString &text);
    void imagePasted(const QByteArray &png);
    /// A picture that is no PNG yet: making one of it takes its time.
    void pixelsPasted(const QImage &image);
    /// Local files were pasted or dropped.
    void filesPasted(const QStringList &paths);
    /// What was pasted is not taken; one translated sentence says why.
    void pasteRefused(const QString &why);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void inputMethodEvent(QInputMethodEvent *event) override;
    [[nodiscard]] bool canInsertFromMimeData(const QMimeData *source) const override;
    void insertFromMimeData(const QMimeData *source) override;
    void dropEvent(QDropEvent *event) override;
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void fitHeight();
    void fitHint();
    [[nodiscard]] bool isAllSelected() const;
    void takeImage(const QMimeData *source);

    QStringList m_hints;
    int m_minimumLines = 1;
    bool m_cramped = false;
    bool m_composing = false;
    bool m_replacingAll = false;
};

} // namespace fireline::views
