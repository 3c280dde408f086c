#!/usr/bin/env bash
# The one test command. Installs what the real parts need where it can (apt as root), starts a PostgreSQL of its own,
# builds once, runs every test project, and ends with one line: N passed, N failed, N skipped.
# Fails if anything failed; under CI=true also if anything was skipped.
set -uo pipefail
set -m # Every job is a process group of its own, so that it can be ended with all it has started.
exec </dev/null
cd "$(dirname "$0")/.."
export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_CLI_UI_LANGUAGE=en

scratch=$(mktemp -d)
chmod 755 "$scratch" # The database server runs as another user.
mkdir "$scratch/tmp"
export TMPDIR="$scratch/tmp" # What an interrupted test leaves behind goes with it.
job=
database=

# A test program that is asked to end first finishes its tests; it gets a second for that.
end_job() {
    kill -TERM -- "-$job" 2>/dev/null
    sleep 1
    kill -KILL -- "-$job" 2>/dev/null
}

clean_up() {
    trap - EXIT INT TERM HUP
    [ -z "$job" ] || end_job
    [ -z "$database" ] || as_server "$database/pg_ctl" -D "$scratch/postgres/data" -m immediate stop >/dev/null 2>&1
    rm -rf "$scratch"
}
trap clean_up EXIT
trap 'exit 130' INT
trap 'exit 143' TERM HUP

# Runs a command as a job that ends with this script.
run() {
    "$@" &
    job=$!
    wait "$job"
    local code=$?
    job=
    return "$code"
}

as_server() {
    if [ "$(id -u)" = 0 ]; then (cd / && runuser -u postgres -- "$@"); else "$@"; fi
}

postgres_programs() {
    local newest
    newest=$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -n 1)
    if [ -x "$newest/initdb" ]; then echo "$newest"; elif command -v initdb >/dev/null; then dirname "$(command -v initdb)"; fi
}

missing_packages() {
    [ -n "$(postgres_programs)" ] || [ -n "${NEWSSITE_TEST_POSTGRES:-}" ] || echo postgresql
    command -v chromium >/dev/null || echo chromium
    command -v java >/dev/null || echo default-jre-headless
    command -v xmllint >/dev/null || echo libxml2-utils
}

install_packages() {
    local wanted
    wanted=$(missing_packages | tr '\n' ' ')
    [ -n "$wanted" ] || return 0
    if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
        echo "Installing $wanted"
        export DEBIAN_FRONTEND=noninteractive
        # shellcheck disable=SC2086 # A list of packages.
        { run apt-get update -qq && run apt-get install -y -qq --no-install-recommends $wanted; } >"$scratch/apt.log" 2>&1 || tail -n 3 "$scratch/apt.log"
    fi
    wanted=$(missing_packages | tr '\n' ' ')
    [ -z "$wanted" ] || echo "Not here: $wanted- tests that need it are skipped"
}

# The Nu checker, for the pages' markup.
install_checkers() {
    local folder=tests/NewsSite.BrowserTests/Checkers
    [ "$folder/node_modules/.package-lock.json" -nt "$folder/package-lock.json" ] && return 0
    (cd "$folder" && run npm ci --no-audit --no-fund --loglevel=error) >"$scratch/npm.log" 2>&1 || tail -n 3 "$scratch/npm.log"
}

# Postfix and OpenSMTPD exclude each other as packages; unpacked beside each other they are only programs. Kept for the next run.
unpack_mail_servers() {
    local folder="${XDG_CACHE_HOME:-$HOME/.cache}/newssite-tests/mail-servers" package libraries
    if [ ! -x "$folder/opensmtpd/usr/sbin/smtpd" ] && [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
        echo "Unpacking postfix and opensmtpd"
        mkdir -p "$folder" "$scratch/packages"
        apt-cache show opensmtpd >/dev/null 2>&1 || run apt-get update -qq >"$scratch/apt.log" 2>&1
        (cd "$scratch/packages" && run apt-get download -qq postfix opensmtpd) >"$scratch/apt.log" 2>&1 || tail -n 3 "$scratch/apt.log"
        for package in postfix opensmtpd; do
            dpkg -x "$scratch/packages/$package"_*.deb "$folder/$package" 2>/dev/null || echo "Not here: $package - tests that need it are skipped"
        done
        if LD_LIBRARY_PATH="$folder/postfix/usr/lib/postfix" ldd "$folder/postfix/usr/sbin/smtp-sink" "$folder/opensmtpd/usr/sbin/smtpd" | grep -q 'not found'; then
            libraries=$(apt-cache depends --no-recommends --no-suggests postfix opensmtpd | awk '$1 == "Depends:" && $2 ~ /^lib/ { print $2 }' | sort -u | tr '\n' ' ')
            # shellcheck disable=SC2086 # A list of packages.
            run apt-get install -y -qq --no-install-recommends $libraries >"$scratch/apt.log" 2>&1 || tail -n 3 "$scratch/apt.log"
        fi
    fi
    export NEWSSITE_TEST_MAIL_SERVERS="$folder"
}

start_postgres() {
    [ -z "${NEWSSITE_TEST_POSTGRES:-}" ] || return 0
    local programs home="$scratch/postgres"
    programs=$(postgres_programs)
    [ -n "$programs" ] || return 0
    mkdir "$home"
    [ "$(id -u)" != 0 ] || chown postgres "$home"
    # A Unix socket in our own folder: no port to collide on. Nothing here outlives the run, so nothing is flushed to disk.
    if as_server "$programs/initdb" -D "$home/data" -U postgres -A trust -E UTF8 --locale=C.UTF-8 --no-sync >"$scratch/postgres.log" 2>&1 \
        && as_server "$programs/pg_ctl" -D "$home/data" -w -l "$home/server.log" start \
            -o "-c listen_addresses='' -k '$home' -c max_connections=200 -F -c synchronous_commit=off -c full_page_writes=off" >>"$scratch/postgres.log" 2>&1
    then
        database=$programs
        export NEWSSITE_TEST_POSTGRES="Host=$home;Username=postgres;Database=postgres"
    else
        echo "PostgreSQL did not start - tests that need it are skipped:"
        tail -n 3 "$scratch/postgres.log"
    fi
}

# The sum of an attribute over all result files.
count() {
    cat "$scratch"/*.xml 2>/dev/null | grep -o '<assembly [^>]*>' | grep -o " $1=\"[0-9]*\"" | tr -dc '0-9\n' | awk '{ sum += $1 } END { print sum + 0 }'
}

install_packages
install_checkers
unpack_mail_servers
start_postgres

if ! run dotnet build NewsSite.sln --disable-build-servers -v quiet; then
    echo "0 passed, 1 failed, 0 skipped"
    exit 1
fi

broken=0
for project in Tests IntegrationTests BrowserTests; do
    echo "== NewsSite.$project"
    program=tests/NewsSite.$project/bin/Debug/net10.0/NewsSite.$project
    run "$program" -noLogo -noColor -xml "$scratch/$project.xml"
    # A run that ends without a report has failed, whatever it says.
    grep -q '<assembly ' "$scratch/$project.xml" 2>/dev/null || broken=$((broken + 1))
done

passed=$(count passed)
failed=$(($(count failed) + $(count errors) + broken))
skipped=$(count skipped)
echo "$passed passed, $failed failed, $skipped skipped"
[ "$failed" = 0 ] && { [ "${CI:-}" != true ] || [ "$skipped" = 0 ]; }
