// Listens to the tiger through a served session until it opens a door, see docs/serve.md.
//
//     g++ -std=c++17 -o tiger tiger.cpp && ./tiger ./teleost serve tiger
//
// Standard library and POSIX only: answers are one line each, and the few members that are needed are cut out of them.
#include <cstdio>
#include <cstdlib>
#include <iostream>
#include <stdexcept>
#include <string>
#include <sys/wait.h>
#include <unistd.h>

class Server {
public:
    explicit Server(char** command) {
        int requests[2];
        int answers[2];
        if (pipe(requests) != 0 || pipe(answers) != 0) {
            throw std::runtime_error("no pipe");
        }
        child = fork();
        if (child == 0) {
            dup2(requests[0], 0);
            dup2(answers[1], 1);
            close(requests[1]);
            close(answers[0]);
            execvp(command[0], command);
            _exit(127);
        }
        close(requests[0]);
        close(answers[1]);
        to = fdopen(requests[1], "w");
        from = fdopen(answers[0], "r");
    }

    ~Server() {
        fclose(to);
        waitpid(child, nullptr, 0);
        fclose(from);
    }

    std::string ask(const std::string& request) {
        fprintf(to, "%s\n", request.c_str());
        fflush(to);
        std::string line;
        for (int c = fgetc(from); c != EOF && c != '\n'; c = fgetc(from)) {
            line.push_back(static_cast<char>(c));
        }
        if (line.find("\"ok\":true") == std::string::npos) {
            throw std::runtime_error(line.empty() ? "the server is gone" : line);
        }
        return line;
    }

private:
    pid_t child;
    FILE* to;
    FILE* from;
};

// The number of a member of an answer.
static long number(const std::string& answer, const std::string& name) {
    size_t at = answer.find("\"" + name + "\":");
    if (at == std::string::npos) {
        throw std::runtime_error(name + " is missing in " + answer);
    }
    return std::strtol(answer.c_str() + at + name.size() + 3, nullptr, 10);
}

int main(int argc, char** argv) {
    if (argc < 2) {
        std::cerr << "usage: tiger COMMAND..., for example: tiger ./teleost serve tiger\n";
        return 2;
    }
    try {
        Server server(argv + 1);
        const long listen = 0;
        server.ask(R"({"id":1,"op":"open","fallback":0,"set":{"threads":1,"memoryBytes":"16m"}})");
        for (int step = 0; step < 20; step++) {
            std::string decision = server.ask(R"({"id":2,"op":"decide","budget":"3000ep"})");
            long action = number(decision, "action");
            std::cout << "step " << step << ": action " << action << "\n";
            if (action != listen) {
                return 0;
            }
            // this tiger always growls behind the left door
            server.ask(R"({"id":3,"op":"observe","action":0,"observation":0})");
        }
        std::cerr << "never opened a door\n";
    } catch (const std::exception& error) {
        std::cerr << error.what() << "\n";
    }
    return 1;
}
