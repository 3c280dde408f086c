#!/usr/bin/env bash
# Runs OpenSMTPD in a root of its own: opensmtpd.sh UNPACKED-PACKAGE FOLDER PORT. It takes mails for anybody on 127.0.0.1 and
# lays them into FOLDER/home/reader/Maildir. Needs root (chroot); ends when its standard input is closed.
set -euo pipefail
package=$1 root=$2 port=$3
reader=7003

cp -a "$package/." "$root"
mkdir -p "$root"/{bin,dev,etc,tmp,run,var/run,var/mail,home/reader} "$root/var/lib/opensmtpd/empty" "$root/var/spool/smtpd"
cp /bin/sh "$root/bin/sh"
for program in "$root"/usr/sbin/smtpd "$root"/usr/libexec/opensmtpd/mail.* /bin/sh; do
    { ldd "$program" 2>/dev/null || true; } | grep -o '/[^ ]*' | while read -r library; do
        mkdir -p "$root$(dirname "$library")"
        cp -L -n "$library" "$root$library"
    done
done
cp -L /lib/*/libnss_files.so.2 "$root/lib/" 2>/dev/null || true
mknod -m 666 "$root/dev/null" c 1 3
mknod -m 444 "$root/dev/urandom" c 1 9
printf '%s\n' 'root:x:0:0:root:/root:/bin/sh' 'opensmtpd:x:7001:7001::/var/lib/opensmtpd/empty:/bin/false' \
    'opensmtpq:x:7002:7002::/var/lib/opensmtpd/empty:/bin/false' "reader:x:$reader:$reader::/home/reader:/bin/sh" >"$root/etc/passwd"
printf '%s\n' 'root:x:0:' 'opensmtpd:x:7001:' 'opensmtpq:x:7002:' "reader:x:$reader:" >"$root/etc/group"
echo localhost >"$root/etc/mailname"
echo '127.0.0.1 localhost' >"$root/etc/hosts"
printf 'passwd: files\ngroup: files\nhosts: files\n' >"$root/etc/nsswitch.conf"
cat >"$root/etc/smtpd.conf" <<CONF
listen on 127.0.0.1 port $port hostname localhost
table everybody { "@" = "reader" }
action "keep" maildir "/home/reader/Maildir" user reader virtual <everybody>
match from any for any action "keep"
CONF
chown $reader:$reader "$root/home/reader"
chmod 711 "$root/var/spool/smtpd"
chgrp 7002 "$root/usr/sbin/smtpctl"

chroot "$root" /usr/sbin/smtpd -d -f /etc/smtpd.conf &
server=$!
trap 'kill "$server" 2>/dev/null; wait "$server" 2>/dev/null || true' EXIT
cat >/dev/null
