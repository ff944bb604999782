# Reads "watch <pid> <signal>" and "forget <pid> -"; at the end of the input, stops what is still watched.
trap '' INT HUP TERM
watched=
while read -r word pid signal; do
  case $word in
    watch) watched="$watched $signal:$pid" ;;
    forget)
      rest=
      for entry in $watched; do
        [ "${entry#*:}" = "$pid" ] || rest="$rest $entry"
      done
      watched=$rest ;;
  esac
done
for entry in $watched; do kill -s "${entry%%:*}" "${entry#*:}"; done
rounds=0
while [ $rounds -lt 50 ]; do
  alive=
  for entry in $watched; do
    if kill -0 "${entry#*:}"; then alive=yes; fi
  done
  [ "$alive" ] || exit 0
  sleep 0.2
  rounds=$((rounds + 1))
done
for entry in $watched; do kill -s KILL "${entry#*:}"; done
