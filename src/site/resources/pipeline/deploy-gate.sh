#!/usr/bin/env bash
# deploy-gate.sh REPORT KEY MODEL RUN
# Lets a deployment through only if REPORT (JSON) is whole, signed with KEY (PEM), about MODEL and about the very file RUN that was evaluated,
# approved with at least enhanced monitoring, and if what it rests on has not ended. Needs no workspace and no network.
set -euo pipefail
plumbline=${PLUMBLINE:-java -jar plumbline.jar}
$plumbline verify "$1" --key "$2" --model "$3" --subject "$4" --require enhanced
echo "$3 may be deployed."
