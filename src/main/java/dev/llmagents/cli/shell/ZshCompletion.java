package dev.llmagents.cli.shell;

import java.util.ArrayList;
import java.util.List;

/** The completion script for zsh: to be sourced, or kept as {@code _llm-agents} in a folder of {@code fpath}. Pure. */
final class ZshCompletion {
    private static final String FRAME = """
            #compdef llm-agents
            # zsh completion for llm-agents, made by 'llm-agents completion zsh'.
            # To use it: source <(llm-agents completion zsh), after compinit

            # Sets subcommands and flags to what may stand behind the command $1.
            _llm_agents_command() {
              case "$1" in
            @COMMANDS@
                *) return 1 ;;
              esac
            }

            # Sets expect to what follows the option in $1 (command and option); to nothing if it is a flag.
            _llm_agents_value() {
              expect=''
              case "$1" in
            @VALUES@
              esac
            }

            # Sets expect to what operand number $2 of the command $1 may be.
            _llm_agents_operand() {
              expect=''
              case "$1:$2" in
            @OPERANDS@
              esac
            }

            _llm-agents() {
              local cmd='' expect='' only='' word
              local -a subcommands flags
              integer seen=0 i
              for ((i = 2; i < CURRENT; i++)); do
                word=${words[i]}
                if [[ -n $expect ]]; then expect=''; continue; fi
                if [[ -n $only ]]; then seen+=1; continue; fi
                case $word in
                  --) only=1 ;;
                  --*=*) ;;
                  -?*) _llm_agents_value "$cmd $word" ;;
                  *) if _llm_agents_command "$cmd $word"; then cmd="$cmd $word"; else seen+=1; fi ;;
                esac
              done
              if [[ -z $expect ]]; then
                _llm_agents_command "$cmd" || return 1
                if [[ -z $only && $PREFIX == --*=* ]]; then
                  _llm_agents_value "$cmd ${PREFIX%%=*}"
                  compset -P '*='
                elif [[ -z $only && $PREFIX == -* ]]; then
                  _describe -o option flags
                  return
                else
                  _llm_agents_operand "$cmd" "$seen"
                  if (( seen == 0 && $#subcommands )); then
                    _describe command subcommands
                    [[ -n $expect ]] || return
                  fi
                fi
              fi
              case $expect in
                words*) compadd -- ${=expect#words } ;;
                file) _files ;;
                folder) _files -/ ;;
              esac
            }

            if [[ ${funcstack[1]} == _llm-agents ]]; then
              _llm-agents "$@"
            else
              compdef _llm-agents llm-agents
            fi
            """;

    private ZshCompletion() {}

    static String of(List<ShellCommand> commands) {
        List<String> known = new ArrayList<>();
        List<String> operands = new ArrayList<>();
        for (ShellCommand command : commands) {
            List<String> subs = command.subcommands().stream()
                    .map(sub -> described(sub.name(), sub.description()))
                    .toList();
            List<String> flags = command.flags().stream()
                    .flatMap(flag -> flag.names().stream().map(name -> described(name, flag.description())))
                    .toList();
            known.add("    '" + command.key() + "')\n      subcommands=(" + String.join(" ", subs) + ")\n      flags=("
                    + String.join("\n        ", flags) + ")\n      ;;");
            operands.addAll(BashCompletion.operands(command));
        }
        List<String> values = new ArrayList<>();
        ShellCommand.optionsByValue(commands)
                .forEach((value, options) ->
                        values.add("    '" + String.join("' | \\\n    '", options) + "') expect='" + value + "' ;;"));
        return FRAME.replace("@COMMANDS@", String.join("\n", known))
                .replace("@VALUES@", String.join("\n", values))
                .replace("@OPERANDS@", String.join("\n", operands));
    }

    private static String described(String name, String description) {
        return quoted(name + ":" + description);
    }

    /** As one word of a shell. */
    static String quoted(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }
}
