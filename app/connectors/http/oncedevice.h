// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QIODevice>

namespace fireline::connectors {

/// A body that can be read once and not again: the network library sends a request a second time by itself where a connection
/// breaks, and can not with this. Owned by the reply. One thread at a time.
class OnceDevice : public QIODevice
{
    Q_OBJECT
public:
    explicit OnceDevice(QByteArray bytes, QObject *parent = nullptr);

    [[nodiscard]] bool isSequential() const override { return true; }
    [[nodiscard]] qint64 bytesAvailable() const override;
    [[nodiscard]] bool atEnd() const override;
    /// Never: QIODevice's own would warn each time that the library tries.
    bool seek(qint64 at) override;

protected:
    qint64 readData(char *data, qint64 most) override;
    qint64 writeData(const char *data, qint64 size) override;

private:
    QByteArray m_bytes;
    qsizetype m_at = 0;
};

} // namespace fireline::connectors
