// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QString>
#include <QTimer>
#include <QWidget>

namespace fireline::views {

/// A form inside a panel whose words outlive the window: whoever keeps them is told a third of a second after a key, and has the
/// last of them before they are sent. GUI thread; owned by its panel.
class KeptForm : public QWidget
{
    Q_OBJECT
public:
    explicit KeptForm(QWidget *parent = nullptr);

    /// What the open form is about; empty while it is closed.
    [[nodiscard]] virtual QString id() const = 0;
    /// All that was typed and not sent, what is being typed too: by id its title, its values, what
    /// they were written upon where that counts, and its mark. The mark is another
    /// for each time something is begun: by it a later window knows what was sent after all.
    [[nodiscard]] virtual QJsonObject kept() const = 0;
    /// What an earlier window kept waits again; what was typed in this one stays.
    virtual void restore(const QJsonObject &kept) = 0;
    virtual void dropDraft(const QString &id) = 0;

signals:
    /// kept() is another, a third of a second after a key.
    void keptChanged(const QJsonObject &kept);
    /// Other words wait, or the form was opened or closed.
    void waitingChanged();
    /// What has this mark is judged now; empty: it was judged.
    void asking(const QString &mark);

protected:
    /// Not at each key: the words are written to the disk.
    void keepLater();
    /// What was typed in the last moment as well. In a destructor too, of the class that has the words.
    void keepNow();
    [[nodiscard]] static QString newMark();
    /// The mark of what is open.
    [[nodiscard]] const QString &mark() const { return m_mark; }
    /// Empty: something else is begun.
    void setMark(const QString &mark) { m_mark = mark.isEmpty() ? newMark() : mark; }
    /// One of kept().
    [[nodiscard]] static QJsonObject draftOf(const QString &title, const QJsonObject &values, const QString &mark,
                                             const QJsonObject &basis = {});

private:
    QTimer m_keepLater;
    QString m_mark = newMark();
};

} // namespace fireline::views
